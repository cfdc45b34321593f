#include "compose/chart_build.h"
#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"

/* Who does what for whom, where: territories and publics down, steps across, how many laureates in each place. Several
 * in one place may overlap, none is a gap. */

struct place_row {
    struct str territory, audience;
};
struct map {
    struct place_rows {
        struct place_row *at;
        size_t count, capacity;
    } rows;
    struct strs steps;
};

static bool runs_in(const struct activity *a, struct period period)
{
    return (!date_is(a->start.first) || a->start.first.day <= period_last_day(period).day) &&
           (!date_is(a->end.last) || a->end.last.day >= period_first_day(period).day);
}

static bool is_row(const struct place_row *row, const struct activity *a)
{
    return name_equal(row->territory, a->territory) && name_equal(row->audience, a->audience);
}

static void add_place(struct filling *f, struct map *map, const struct activity *a)
{
    bool row = false, step = false;
    for (size_t i = 0; i < map->rows.count; i++)
        row = row || is_row(&map->rows.at[i], a);
    for (size_t i = 0; i < map->steps.count; i++)
        step = step || name_equal(map->steps.at[i], a->step);
    if (!row)
        *PUSH(f->arena, &map->rows) = (struct place_row){a->territory, a->audience};
    if (!step)
        *PUSH(f->arena, &map->steps) = a->step;
}

static struct map map_of(struct filling *f)
{
    struct map map = {0};
    for (size_t i = 0; i < f->facts->activities.count; i++)
        if (runs_in(&f->facts->activities.at[i], f->job->period) && f->facts->activities.at[i].step.length)
            add_place(f, &map, &f->facts->activities.at[i]);
    return map;
}

/* The laureates who act there, each once. */
static struct strs who(struct filling *f, const struct place_row *row, struct str step)
{
    struct strs names = {0};
    for (uint32_t l = 1; l < f->facts->laureates.count; l++) {
        bool acts = false;
        for (size_t i = 0; i < f->facts->activities.count && !acts; i++) {
            const struct activity *a = &f->facts->activities.at[i];
            acts = a->laureate.index == l && is_row(row, a) && name_equal(a->step, step) && runs_in(a, f->job->period);
        }
        if (acts)
            *PUSH(f->arena, &names) = laureate_name(f, l);
    }
    return names;
}

static struct str row_name(struct filling *f, const struct place_row *row)
{
    if (!row->territory.length || !row->audience.length)
        return word_label(f, row->territory.length ? row->territory : row->audience);
    return SAY(f, "map.row", PAIR("territory", word_label(f, row->territory)),
               PAIR("public", word_label(f, row->audience)));
}

static struct chart *chart_of(struct filling *f, const struct map *map, struct strs *overlaps, struct strs *gaps)
{
    struct chart *chart =
        chart_new(f, CHART_HEAT_MAP, STR("complementarity"), word(f, "chart.complementarity"), map->rows.count);
    struct strs steps = {0};
    for (size_t s = 0; s < map->steps.count; s++)
        *PUSH(f->arena, &steps) = word_label(f, map->steps.at[s]);
    chart_categories(f, chart, steps.at, steps.count);
    for (size_t r = 0; r < map->rows.count; r++) {
        struct str name = row_name(f, &map->rows.at[r]);
        chart->series[r].name = name;
        for (size_t s = 0; s < map->steps.count; s++) {
            struct strs names = who(f, &map->rows.at[r], map->steps.at[s]);
            struct str step = word_label(f, map->steps.at[s]);
            chart_point_quantity(f, chart, r, s, number_of((int64_t)names.count), count_text(f, (int64_t)names.count));
            if (names.count > 1)
                *PUSH(f->arena, overlaps) = SAY(f, "map.overlap", PAIR("row", name), PAIR("step", step),
                                                PAIR("names", show_list(f->arena, names.at, names.count, f->language)));
            if (!names.count)
                *PUSH(f->arena, gaps) = SAY(f, "map.gap", PAIR("row", name), PAIR("step", step));
        }
    }
    return chart;
}

static void add_items(struct filling *f, struct node *into, struct str lead, const struct strs *items)
{
    if (!items->count)
        return;
    add_paragraph(f, into, lead);
    struct node *list = add_list(f, into);
    for (size_t i = 0; i < items->count; i++)
        add_item(f, list, items->at[i]);
}

static struct str counted(struct filling *f, const char *key, size_t n)
{
    return SAY_N(f, (int64_t)n, key, PAIR("n", count_text(f, (int64_t)n)));
}

static void fill_complementarity(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!f->facts->activities.count || !period_is(f->job->period))
        return;
    struct map map = map_of(f);
    struct strs overlaps = {0}, gaps = {0};
    if (!map.rows.count || !map.steps.count)
        return;
    struct chart *chart = chart_of(f, &map, &overlaps, &gaps);
    struct refs acting = {0};
    for (size_t i = 0; i < f->facts->activities.count; i++)
        if (runs_in(&f->facts->activities.at[i], f->job->period) && f->facts->activities.at[i].step.length)
            *PUSH(f->arena, &acting) = f->facts->activities.at[i].laureate;
    chart->sentence = SAY(
        f, "sentence.complementarity", PAIR("by", share_of_laureates(f, &acting)),
        PAIR("pairs", counted(f, "map.pairs", map.rows.count)), PAIR("steps", counted(f, "map.steps", map.steps.count)),
        PAIR("held", counted(f, "map.held", overlaps.count)), PAIR("open", counted(f, "map.open", gaps.count)));
    chart->told = true; /* the places are numbers in the drawing, and are named below */
    chart_add(f, chart, word(f, "column.step"), into);
    add_items(f, into, word(f, "map.overlaps"), &overlaps);
    add_items(f, into, word(f, "map.gaps"), &gaps);
}

const struct hole hole_complementarity = {TEXT_OF("complementarity"),
                                          TEXT_OF("complementarite"),
                                          NULL,
                                          0,
                                          fill_complementarity,
                                          TEXT_OF("who acts where, for whom, at which step: overlaps and gaps"),
                                          TEXT_OF("qui agit où, pour qui, à quelle étape : recouvrements et manques"),
                                          "activities"};

/* ---- referrals ---- */

static struct decimal referred(const struct filling *f, uint32_t from, uint32_t to)
{
    struct decimal total = decimal_int(0);
    for (size_t i = 0; i < f->facts->referrals.count; i++) {
        const struct referral *r = &f->facts->referrals.at[i];
        bool counts = (!from || r->from_laureate.index == from) && (!to || r->to_laureate.index == to);
        if (counts && r->count.is && period_is(r->period) && period_contains(f->job->period, r->period))
            decimal_add(&total, decimal_of(r->count.number));
    }
    return total;
}

static struct cell referred_cell(struct filling *f, struct decimal n)
{
    if (decimal_sign(n) == 0)
        return (struct cell){.kind = CELL_EMPTY};
    struct quantity q = {.is = true, .exact = true, .decimal = n, .approximate = decimal_double(n)};
    return (struct cell){.kind = CELL_NUMBER, .number = q, .shown = show_decimal(f->arena, n, 0, f->language)};
}

/* Small numbers of persons between two laureates are for the coordination. */
static void tabulate_referrals(struct filling *f, struct node *into)
{
    size_t count = f->facts->laureates.count;
    struct grid grid = grid_new(f, STR("referrals"), word(f, "table.referrals"), count + 1);
    grid_column(f, &grid, 0, word(f, "column.from_to"), ALIGN_START);
    for (uint32_t to = 1; to < count; to++)
        grid_column(f, &grid, to, laureate_name(f, to), ALIGN_END);
    grid_column(f, &grid, count, word(f, "column.total"), ALIGN_END);
    for (uint32_t from = 1; from < count; from++) {
        if (decimal_sign(referred(f, from, 0)) == 0)
            continue;
        struct cell *cells = grid_row(f, &grid, ROW_PLAIN);
        cells[0] = cell_text(f, laureate_name(f, from));
        cells[0].header = true;
        for (uint32_t to = 1; to < count; to++)
            cells[to] = referred_cell(f, referred(f, from, to));
        cells[count] = referred_cell(f, referred(f, from, 0));
    }
    grid_add(f, &grid, into);
}

static struct str referring(struct filling *f)
{
    struct refs from = {0};
    for (size_t i = 0; i < f->facts->referrals.count; i++) {
        const struct referral *r = &f->facts->referrals.at[i];
        if (r->count.is && r->count.number.units > 0 && period_is(r->period) &&
            period_contains(f->job->period, r->period))
            *PUSH(f->arena, &from) = r->from_laureate;
    }
    return share_of_laureates(f, &from);
}

static void fill_referrals(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!period_is(f->job->period))
        return;
    struct decimal total = referred(f, 0, 0);
    bool small = decimal_compare(total, decimal_int(f->facts->programme.suppress_below)) < 0;
    if (decimal_sign(total) == 0 || (small && f->job->audience != AUDIENCE_INTERNAL))
        return;
    add_paragraph(f, into,
                  SAY_N(f, (int64_t)decimal_double(total), "referrals.total", PAIR("by", referring(f)),
                        PAIR("n", show_decimal(f->arena, total, 0, f->language))));
    if (f->job->audience == AUDIENCE_INTERNAL)
        tabulate_referrals(f, into);
}

const struct hole hole_referrals = {TEXT_OF("referrals"),
                                    TEXT_OF("orientations"),
                                    NULL,
                                    0,
                                    fill_referrals,
                                    TEXT_OF("persons referred from one laureate to another"),
                                    TEXT_OF("les personnes orientées d’un lauréat à l’autre"),
                                    "referrals"};
