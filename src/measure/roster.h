/* Every subject of which a figure may be printed, numbered: the programme, the laureates by their index, then the
 * values of the attributes. Masking looks at all of them. */
#ifndef MEASURE_ROSTER_H
#define MEASURE_ROSTER_H

#include "measure.h"

struct group {
    enum attribute attribute;
    struct str value;
};
struct roster {
    uint32_t laureates; /* one more than the last index */
    uint32_t count;     /* subjects: 0 the programme, then laureates, then groups */
    struct group *groups;
    uint32_t *starts;      /* by laureate: its groups in `members`; one more at the end */
    uint32_t *members;     /* subjects */
    uint32_t *held_starts; /* by subject: its laureates in `held`, in order; one more at the end */
    uint32_t *held;
};
struct roster roster_of(struct arena *arena, const struct facts *facts);
/* The number of a subject; UINT32_MAX where there is none. */
uint32_t roster_find(const struct roster *roster, struct subject subject);
struct subject roster_subject(const struct roster *roster, uint32_t number);
static inline bool roster_is_group(const struct roster *roster, uint32_t subject)
{
    return subject >= roster->laureates;
}
bool roster_holds(const struct roster *roster, uint32_t subject, uint32_t laureate);

#endif
