#include "editions.h"

#include "measure.h"

/* Of one edition: the rows of one kind that mean nothing. */
struct unread {
    const struct edition_figure *first;
    size_t count;
};
enum unread_kind { UNREAD_KEY, UNREAD_STATE, UNREAD_AUDIENCE, UNREAD_KINDS };

struct place edition_place(const struct edition_figure *row, const char *column)
{
    return row_place(&row->row, input_kind("editions/<date>")->columns, column);
}

static bool is_state(struct str text)
{
    for (int s = 0; s < FIGURE_STATES; s++)
        if (str_equal(text, figure_state_name((enum figure_state)s)))
            return true;
    return !text.length;
}

static struct str states_text(struct arena *arena)
{
    struct buffer text = {.arena = arena};
    for (int s = 0; s < FIGURE_STATES; s++)
        buffer_print(&text, "%s%.*s", s ? ", " : "", STR_ARG(figure_state_name((enum figure_state)s)));
    return buffer_str(&text);
}

static struct str audiences_text(struct arena *arena)
{
    struct buffer text = {.arena = arena};
    for (int a = 0; a < AUDIENCE_COUNT; a++)
        buffer_print(&text, "%s%s", a ? ", " : "", audience_name[a]);
    return buffer_str(&text);
}

static void add(struct unread *unread, const struct edition_figure *row, bool means_nothing)
{
    if (!means_nothing)
        return;
    unread->first = unread->count ? unread->first : row;
    unread->count++;
}

/* An empty cell cannot be quoted. */
static void report_audience(struct arena *scratch, const struct unread *unread, struct str count,
                            struct diagnostics *diagnostics)
{
    struct place place = edition_place(unread->first, "audience");
    if (unread->first->audience.length)
        REPORT(diagnostics, place, MSG_edition_audience, {unread->first->audience, count, audiences_text(scratch)});
    else
        REPORT(diagnostics, place, MSG_edition_audience_missing, {count, audiences_text(scratch)});
}

static void report(struct arena *scratch, const struct unread *unread, struct diagnostics *diagnostics)
{
    struct str count[UNREAD_KINDS];
    for (int k = 0; k < UNREAD_KINDS; k++)
        count[k] = str_print(scratch, "%zu", unread[k].count);
    if (unread[UNREAD_KEY].count)
        REPORT(diagnostics, edition_place(unread[UNREAD_KEY].first, "key"), MSG_edition_key,
               {unread[UNREAD_KEY].first->key, count[UNREAD_KEY]});
    if (unread[UNREAD_STATE].count)
        REPORT(diagnostics, edition_place(unread[UNREAD_STATE].first, "state"), MSG_edition_state,
               {unread[UNREAD_STATE].first->state, count[UNREAD_STATE], states_text(scratch)});
    if (unread[UNREAD_AUDIENCE].count)
        report_audience(scratch, &unread[UNREAD_AUDIENCE], count[UNREAD_AUDIENCE], diagnostics);
}

/* The rows of one edition stand together. One message a kind: a laureate renamed makes thousands of rows unknown. */
void editions_check(const struct facts *facts, struct diagnostics *diagnostics)
{
    const struct edition_figures *all = &facts->editions;
    struct arena *scratch = arena_new();
    for (size_t i = 0, end; i < all->count; i = end) {
        struct unread unread[UNREAD_KINDS] = {{NULL, 0}};
        for (end = i; end < all->count && all->at[end].row.at.file == all->at[i].row.at.file; end++) {
            const struct edition_figure *row = &all->at[end];
            struct figure_key key;
            add(&unread[UNREAD_KEY], row, !figure_key_parse(facts, row->key, &key));
            add(&unread[UNREAD_STATE], row, !is_state(row->state));
            add(&unread[UNREAD_AUDIENCE], row, !choice_of(audience_choices, row->audience));
        }
        report(scratch, unread, diagnostics);
    }
    arena_free(scratch);
}
