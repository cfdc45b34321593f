/* A narrative as it is written, cut at its headings, so that some of it can be replaced and the rest stays as it was
 * typed. Private to `commands`. */
#ifndef COMMANDS_NARRATIVE_H
#define COMMANDS_NARRATIVE_H

#include "model/model.h"

struct narrative_section {
    enum narrative_part part; /* PART_OTHER: before the first heading, or under one of its own */
    size_t level;             /* of its heading; 0 before the first */
    struct str heading, body; /* as written, with line ends */
    uint32_t line;            /* of the heading */
};
struct narrative_file {
    struct str front;         /* the lines between its two rules */
    bool has_front, carriage; /* line ends are CR LF */
    bool unreadable;          /* something stands there, and cannot be read */
    struct narrative_sections {
        struct narrative_section *at;
        size_t count, capacity;
    } sections;
};
/* The file at this path below the repository; false where there is none that can be read. */
bool narrative_open(struct arena *arena, const struct facts *facts, struct str path, struct narrative_file *file);
/* The section of a known part, or NULL. */
struct narrative_section *narrative_section_of(struct narrative_file *file, enum narrative_part part);
/* The same words: line ends and blanks at the ends of lines do not matter. */
bool narrative_same(struct arena *arena, struct str a, struct str b);
/* The value of a key of the front matter, by either of its names; *line is where it stands, 0 where it does not. */
struct str narrative_front(const struct narrative_file *file, struct str en, struct str fr, uint32_t *line);
void narrative_put_front(struct arena *arena, struct narrative_file *file, struct str en, struct str fr,
                         struct str name, struct str value);
void narrative_put(struct arena *arena, struct narrative_file *file, enum narrative_part part, struct str heading,
                   struct str text);
struct str narrative_text(struct arena *arena, const struct narrative_file *file);
/* The first line of a text that would begin another section than its own, or empty. */
struct str narrative_breaks(struct arena *arena, struct str text, size_t level);

#endif
