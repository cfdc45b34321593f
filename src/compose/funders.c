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
                                        TEXT_OF("ce que les mécènes ont apporté hors argent"),
                                        "contributions funders"};

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
                                 TEXT_OF("les paroles de mécènes, avec leur accord"),
                                 "contributions funders"};

/* ---- at the table ---- */

static bool is_shared_time(const struct filling *f, const struct meeting *m)
{
    bool kind = m->type == MEETING_INTELLIGENCE || m->type == MEETING_EXPERT || m->type == MEETING_ECOSYSTEM ||
                m->type == MEETING_WEBINAR;
    return kind && m->held != ANSWER_NO && in_period(m->date, f->job->period) && m->date.day <= f->facts->cut_off.day;
}

static bool came(const struct filling *f, uint32_t meeting, uint32_t funder)
{
    for (size_t i = 0; i < f->facts->attendance.count; i++) {
        const struct attendance *a = &f->facts->attendance.at[i];
        if (a->meeting.index == meeting && a->funder.index == funder)
            return true;
    }
    return false;
}

static void fill_patrons(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs items = {0};
    int64_t of = 0;
    (void)yaml;
    for (uint32_t m = 1; period_is(f->job->period) && m < f->facts->meetings.count; m++)
        of += is_shared_time(f, &f->facts->meetings.at[m]);
    for (uint32_t p = 1; of && p < f->facts->funders.count; p++) {
        int64_t n = 0;
        for (uint32_t m = 1; m < f->facts->meetings.count; m++)
            n += is_shared_time(f, &f->facts->meetings.at[m]) && came(f, m, p);
        *PUSH(f->arena, &items) = SAY_N(f, n, "patrons.item", PAIR("name", set(f, f->facts->funders.at[p].name)),
                                        PAIR("n", count_text(f, n)), PAIR("of", count_text(f, of)));
    }
    if (items.count)
        add_paragraph(
            f, into, SAY(f, "patrons.present", PAIR("items", show_list(f->arena, items.at, items.count, f->language))));
}

const struct hole hole_patrons = {TEXT_OF("patrons"),
                                  TEXT_OF("presence_des_mecenes"),
                                  NULL,
                                  0,
                                  fill_patrons,
                                  TEXT_OF("how many sessions and webinars each patron came to"),
                                  TEXT_OF("à combien de séances et de webinaires chaque mécène est venu"),
                                  "attendance funders meetings"};

/* ---- whose words ---- */

static void fill_voices(struct filling *f, const struct yaml *yaml, struct node *into)
{
    const struct voices *v = &f->facts->voices;
    (void)yaml;
    if (v->laureates + v->funders + v->others < 2)
        return;
    add_paragraph(f, into,
                  SAY_N(f, v->heard, "voices.heard", PAIR("laureates", count_text(f, v->laureates)),
                        PAIR("funders", count_text(f, v->funders)), PAIR("others", count_text(f, v->others)),
                        PAIR("n", count_text(f, v->heard)), PAIR("of", count_text(f, v->of))));
}

const struct hole hole_voices = {TEXT_OF("voices"),
                                 TEXT_OF("voix"),
                                 NULL,
                                 0,
                                 fill_voices,
                                 TEXT_OF("whose words reviews and practice sheets quote"),
                                 TEXT_OF("de qui les bilans et les fiches de pratique citent les paroles"),
                                 "practices/<slug> reviews/<year>/<chapter>"};
