/* What `bilan explain` gathers of one figure, and how it is said. Private to the command. */
#ifndef COMMANDS_EXPLAIN_H
#define COMMANDS_EXPLAIN_H

#include "history.h"

struct explanation {
    const struct session *session;
    const struct facts *facts;
    const struct measures *measures;
    struct figure_key key;
    const struct figure *figure;
    struct sources sources;
    struct expecteds expected;
    struct history *history;
    struct buffer out;
};

/* What the observation holds: "12", "3/4", "4.5 (n 8)", "oui". */
struct str explain_observation(const struct explanation *e, const struct observation *observation);
/* "non reçu". */
struct str explain_missing(const struct explanation *e, uint8_t status);
/* Why, in the laureate's own words, where a row that the figure reads gives a reason. */
struct str explain_reason(const struct explanation *e, uint32_t laureate);

void explain_json(struct explanation *e);
/* Says which part of a key that names no figure is wrong. */
enum exit_code explain_unknown(const struct session *session, struct str key);

#endif
