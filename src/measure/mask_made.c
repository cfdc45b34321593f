/* Of a whole that is a sum, a figure is shown where those of all its parts are. Of a level, the moments between which
 * all parts are shown hold together: who knows the level at one of them knows it at the others. Only levels that hold
 * together with one moment, the same for everybody, are shown: then any other world of the parts is one of the whole
 * too, in which the levels of each subject have all shifted alike, and what they started from is told nowhere. */
#include "mask_moments.h"

static bool level_shown(const struct made *made, int32_t slot)
{
    uint32_t moment = moment_before(made, slot + 1);
    return moment && moments_are_one(made, moment, moment_of_reference(made, moment - 1));
}

/* ---- the whole ---- */

static void hide(struct made *made, uint32_t w, uint8_t how)
{
    uint8_t *bits = made_bits(made, w);
    made->changed |= !(*bits & (CELL_MASKED | how));
    *bits |= how;
}

static void hide_level(struct made *made, uint32_t w)
{
    const struct window *window = made_window(made, w);
    int32_t first = made->whole->gauge->rule.time == TIME_MEAN ? window->first : window->last_due;
    for (int32_t slot = first; slot <= window->last_due; slot++)
        if (!level_shown(made, slot))
            hide(made, w, CELL_MASKED);
    uint32_t since = moment_before(made, window->first), until = moment_before(made, window->last_due + 1);
    if (made->whole->gauge->rule.cumulative && !moments_are_one(made, since, until))
        hide(made, w, CELL_FLOW_MASKED);
}

static void hide_told(struct made *made)
{
    const struct mask_cells *cells = made->whole->cells;
    bool levels = made->whole->gauge->rule.time != TIME_SUM;
    for (uint32_t w = 0; w < cells->window_count; w++)
        if (levels)
            hide_level(made, w);
        else if (!made_parts_told(made, made_window(made, w)))
            hide(made, w, CELL_MASKED);
}

static bool is_masked(const struct made *made, uint32_t slot)
{
    return made->single[slot] != UINT32_MAX && *made_bits(made, made->single[slot]) & CELL_MASKED;
}

/* A masked level is one shown level and the parts between away. */
static void hide_telling(struct made *made, uint32_t masked)
{
    int64_t level = made_number(made, made->single[masked]);
    for (uint32_t slot = 0; slot < made->slots; slot++)
        if (slot != masked && made->single[slot] != UINT32_MAX && moments_are_one(made, slot + 1, masked + 1) &&
            made_number(made, made->single[slot]) - level == moments_sum(made, masked + 1, slot + 1))
            hide(made, made->single[slot], CELL_MASKED);
}

static void subject_close(struct made *made)
{
    const struct mask_cells *cells = made->whole->cells;
    moments_find(made);
    for (uint32_t slot = 0; slot < made->slots && made->whole->gauge->rule.time != TIME_SUM; slot++)
        if (is_masked(made, slot))
            hide_telling(made, slot);
    hide_told(made);
    /* A longer window of a level is the level of its end. */
    for (uint32_t w = 0; w < cells->window_count && made->whole->gauge->rule.time == TIME_LAST; w++) {
        int32_t slot = made_window(made, w)->last_due - made->whole->base;
        if (slot >= 0 && (uint32_t)slot < made->slots && is_masked(made, (uint32_t)slot))
            hide(made, w, CELL_MASKED);
    }
}

/* ---- all ---- */

static void holder_add(struct arena *arena, struct series *part, struct series *whole, int sign)
{
    struct holder *wholes = ARENA_ARRAY(arena, struct holder, part->whole_count + 1);
    for (size_t i = 0; i < part->whole_count; i++)
        wholes[i] = part->wholes[i];
    wholes[part->whole_count++] = (struct holder){whole, sign};
    part->wholes = wholes;
}

void made_link(struct arena *arena, struct series *whole, struct series *const *all)
{
    const struct terms *terms = &whole->gauge->indicator->made_of_terms;
    whole->from_start = made_starts_from_nothing(arena, whole, all);
    if (!whole->cells->visible || whole->too_large || whole->gauge->term_count || whole->answers)
        return;
    for (size_t t = 0; t < terms->count; t++) {
        struct series *part = all[terms->at[t].indicator.index];
        if (part && part->gauge->kind == whole->gauge->kind)
            holder_add(arena, part, whole, terms->at[t].sign);
    }
}

bool made_close(struct arena *scratch, struct series *whole, struct series *const *all)
{
    return made_each(scratch, whole, all, 0, subject_close);
}
