/* What a laureate owes for a period: measures by the day on which they are due, and the narrative. */
#ifndef COMMANDS_STATUS_H
#define COMMANDS_STATUS_H

#include "session.h"

struct owed_item {
    struct str label;
    struct date due;
    uint8_t status; /* enum observation_status: STATUS_EMPTY where nothing stands there */
};
struct owed_items {
    struct owed_item *at; /* what has no value, earliest due first */
    size_t count, capacity;
};
struct owed {
    uint32_t laureate;
    size_t expected, received;
    struct owed_items items;
    bool narrative_asked;              /* the programme has narratives of such periods */
    const struct narrative *narrative; /* NULL: none came */
    struct date narrative_due;
};

struct report {
    const struct session *session;
    const struct facts *facts;
    const struct measures *measures;
    struct period period;
    struct buffer out;
};
struct str report_day(const struct report *report, struct date date);
/* Something that came neither as a value nor as a reason, whether its day has passed or not. */
bool owed_is_missing(const struct owed_item *item);

/* A letter that can be sent as it is, where something has not come. */
void remind(struct report *report, const struct owed *owed);

#endif
