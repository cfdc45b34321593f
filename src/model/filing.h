/* What laureates write, as all rooms know it: the headings of a narrative's parts in either language, the marks of
 * statuses. */
#ifndef MODEL_FILING_H
#define MODEL_FILING_H

/* "Faits marquants"; empty for PART_OTHER. */
struct str narrative_heading(enum narrative_part part, enum language language);
/* The part under this heading, PART_OTHER where it is none of them. */
enum narrative_part narrative_part_of(struct str heading);
/* "p", "nd"; empty for a final value. */
struct str status_mark(enum observation_status status);

#endif
