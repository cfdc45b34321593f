/* What follows among the subjects of one figure: of a total and all of its laureates but one, the last one; of all of
 * its laureates, the total. Masks see to it that nothing does, until others of them are known not to hold. */
#include "mask_moments.h"

struct subtracting {
    struct series *whole;
    uint8_t told_by;
    uint32_t window, category;
    bool changed;
};

static uint8_t *bits_of(const struct subtracting *s, uint32_t subject)
{
    return &s->whole->cells->bits[mask_cell(s->whole->cells, subject, s->window, s->category)];
}

static bool is_told(const struct subtracting *s, uint32_t subject)
{
    uint8_t bits = *bits_of(s, subject);
    return bits & CELL_PRINTED && (!(bits & CELL_MASKED) || bits & s->told_by);
}

/* Shown again, unless it is small; or said to be found. */
static void follow(struct subtracting *s, uint32_t subject)
{
    const struct series *whole = s->whole;
    uint8_t *bits = bits_of(s, subject);
    int64_t value = whole->value[NUMBER_FIRST][mask_cell(whole->cells, subject, s->window, s->category)];
    bool small = series_is_small(whole, NUMBER_FIRST, value);
    if (!(*bits & CELL_PRINTED) || (!s->told_by && small))
        return;
    s->changed |= made_follows(bits, s->told_by);
}

static void total_look(struct subtracting *s, uint32_t total)
{
    const struct roster *roster = s->whole->cells->roster;
    uint32_t hidden = 0, last = 0;
    for (uint32_t i = roster->held_starts[total]; i < roster->held_starts[total + 1]; i++) {
        bool here = series_use(s->whole, roster->held[i], s->window, s->category)->has;
        if (!here || is_told(s, roster->held[i]))
            continue;
        last = roster->held[i];
        hidden++;
    }
    if (!hidden && !is_told(s, total))
        follow(s, total);
    if (hidden == 1 && is_told(s, total))
        follow(s, last);
}

bool made_subtract(struct series *whole, uint8_t told_by)
{
    const struct mask_cells *cells = whole->cells;
    const struct roster *roster = cells->roster;
    struct subtracting s = {.whole = whole, .told_by = told_by};
    if (!cells->visible || whole->too_large || whole->answers || whole->gauge->rule.group != GROUP_SUM ||
        !whole->gauge->indicator->made_of_terms.count)
        return false;
    for (s.window = 0; s.window < cells->window_count; s.window++)
        for (s.category = 0; s.category < cells->category_count; s.category++) {
            if (!series_is_own(whole, s.window, s.category))
                total_look(&s, 0);
            for (uint32_t group = roster->laureates; group < roster->count; group++)
                total_look(&s, group);
        }
    return s.changed;
}
