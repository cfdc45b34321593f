#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/site.h"
#include "compose/labels.h"

/* What is worth keeping: practices written down, and changes beyond the collective with their evidence. */

static struct cell title_cell(struct filling *f, const void *row)
{
    const struct practice *p = row;
    struct cell cell = cell_subject(f, EACH_PRACTICE, (uint32_t)(p - f->facts->practices.at), p->title);
    cell.header = true;
    return cell;
}

static struct str laureates_of(struct filling *f, const struct practice *p)
{
    struct strs names = {0};
    for (size_t i = 0; i < p->laureates.count; i++)
        *PUSH(f->arena, &names) = member_name(f, p->laureates.at[i].id);
    return show_list(f->arena, names.at, names.count, f->language);
}

static struct cell laureates_cell(struct filling *f, const void *row)
{
    return cell_text(f, laureates_of(f, row));
}

static struct cell factor_cell(struct filling *f, const void *row)
{
    return cell_text(f, factor_label(f, ((const struct practice *)row)->factor));
}

static struct cell audience_cell(struct filling *f, const void *row)
{
    return cell_text(f, words_label(f, ((const struct practice *)row)->audience));
}

static struct cell territory_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct practice *)row)->territory);
}

static struct cell stage_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct practice *)row)->stage);
}

static struct cell reused_cell(struct filling *f, const void *row)
{
    return cell_text(f, member_list(f, &((const struct practice *)row)->reused_by));
}

static const struct list_column columns[] = {
    {"column.practice", ALIGN_START, title_cell},      {"column.laureates", ALIGN_START, laureates_cell},
    {"column.factor", ALIGN_START, factor_cell},       {"column.public", ALIGN_START, audience_cell},
    {"column.territory", ALIGN_START, territory_cell}, {"column.stage", ALIGN_START, stage_cell},
    {"column.reused", ALIGN_START, reused_cell},
};
static const struct listing practices = {"practices", "table.practices", COLUMNS(columns)};

static bool is_of(const struct practice *p, uint32_t laureate)
{
    for (size_t i = 0; i < p->laureates.count; i++)
        if (p->laureates.at[i].index == laureate)
            return true;
    return false;
}

static void fill_practices(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    struct refs by = {0};
    for (size_t i = 0; i < f->facts->practices.count; i++) {
        const struct practice *p = &f->facts->practices.at[i];
        if (own_laureate(f) && !is_of(p, own_laureate(f)))
            continue;
        *PUSH(f->arena, &rows) = p;
        for (size_t l = 0; l < p->laureates.count; l++)
            *PUSH(f->arena, &by) = p->laureates.at[l];
    }
    if (!rows.count)
        return;
    struct str count = SAY_N(f, (int64_t)rows.count, "practices.count", PAIR("by", share_of_laureates(f, &by)),
                             PAIR("n", count_text(f, (int64_t)rows.count)));
    if (!own_laureate(f))
        add_paragraph(f, into, count);
    if (option_choice(&hole_practices, yaml, "show", SHOW_ALL) == SHOW_ALL)
        listing_add(f, &practices, &rows, into);
}

const struct hole hole_practices = {TEXT_OF("practices"),
                                    TEXT_OF("pratiques"),
                                    OPTIONS(show_options),
                                    fill_practices,
                                    TEXT_OF("practices written down: whose, for whom, re-used by whom"),
                                    TEXT_OF("les pratiques écrites : de qui, pour qui, reprises par qui"),
                                    "practices/<slug>"};

/* ---- changes beyond the collective ---- */

static struct cell what_cell(struct filling *f, const void *row)
{
    const struct systemic_change *c = row;
    struct cell cell = cell_link(f, c->what, c->link);
    cell.header = true;
    return cell;
}

static struct cell who_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct systemic_change *)row)->who);
}

static struct cell evidence_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct systemic_change *)row)->evidence);
}

static struct cell part_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct systemic_change *)row)->contribution);
}

static struct cell date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct systemic_change *)row)->date);
}

static const struct list_column change_columns[] = {
    {"column.change_seen", ALIGN_START, what_cell}, {"column.who", ALIGN_START, who_cell},
    {"column.date", ALIGN_START, date_cell},        {"column.evidence", ALIGN_START, evidence_cell},
    {"column.our_part", ALIGN_START, part_cell},
};
static const struct listing changes = {"systemic-changes", "table.systemic_changes", COLUMNS(change_columns)};

static void fill_changes(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->systemic_changes.count; i++) {
        const struct systemic_change *c = &f->facts->systemic_changes.at[i];
        if (!period_is(f->job->period) || !date_is(c->date) || in_period(c->date, f->job->period))
            *PUSH(f->arena, &rows) = c;
    }
    listing_add(f, &changes, &rows, into);
}

const struct hole hole_systemic_changes = {TEXT_OF("systemic_changes"),
                                           TEXT_OF("changements_systemiques"),
                                           NULL,
                                           0,
                                           fill_changes,
                                           TEXT_OF("changes beyond the collective, with evidence"),
                                           TEXT_OF("les changements au-delà du collectif, preuves à l’appui"),
                                           "systemic_changes"};
