#include "compose/collective.h"
#include "compose/hole_list.h"

/* What patrons bring beside money, and their words where they agreed to be quoted. */

static struct str funder_name(struct filling *f, const struct contribution *c)
{
    return c->funder.index ? f->facts->funders.at[c->funder.index].name : c->funder.id;
}

static struct cell funder_cell(struct filling *f, const void *row)
{
    return cell_text(f, funder_name(f, row));
}

static struct cell what_cell(struct filling *f, const void *row)
{
    struct cell cell = cell_text(f, ((const struct contribution *)row)->what);
    cell.header = true;
    return cell;
}

static struct cell date_cell(struct filling *f, const void *row)
{
    return cell_date(f, ((const struct contribution *)row)->date);
}

static const struct list_column columns[] = {
    {"column.contribution", ALIGN_START, what_cell},
    {"column.patron", ALIGN_START, funder_cell},
    {"column.date", ALIGN_START, date_cell},
};
static const struct listing contributions = {"contributions", "table.contributions", COLUMNS(columns)};

static bool is_of_period(const struct filling *f, const struct contribution *c)
{
    return !period_is(f->job->period) || in_period(c->date, f->job->period);
}

static void fill_contributions(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (size_t i = 0; i < f->facts->contributions.count; i++)
        if (is_of_period(f, &f->facts->contributions.at[i]))
            *PUSH(f->arena, &rows) = &f->facts->contributions.at[i];
    listing_add(f, &contributions, &rows, into);
}

const struct hole hole_contributions = {TEXT_OF("contributions"),
                                        TEXT_OF("contributions"),
                                        NULL,
                                        0,
                                        fill_contributions,
                                        TEXT_OF("what patrons brought beside money"),
                                        TEXT_OF("ce que les mécènes ont apporté hors argent")};

static void fill_quotes(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    for (size_t i = 0; i < f->facts->contributions.count; i++) {
        const struct contribution *c = &f->facts->contributions.at[i];
        if (!is_of_period(f, c) || !c->quote.length || c->consent != ANSWER_YES)
            continue;
        struct node *quote = add_block(f, into, NODE_QUOTE);
        quote->text = set(f, c->quote_by.length ? c->quote_by : funder_name(f, c));
        add_paragraph(f, quote, c->quote);
    }
}

const struct hole hole_quotes = {TEXT_OF("quotes"),
                                 TEXT_OF("paroles"),
                                 NULL,
                                 0,
                                 fill_quotes,
                                 TEXT_OF("patrons in their own words, where they agreed"),
                                 TEXT_OF("les paroles de mécènes, avec leur accord")};
