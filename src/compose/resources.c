#include "compose/collective.h"
#include "compose/hole_list.h"

/* Money: what was planned and used in the period, line by line, and what remains of the envelope. */

static const struct choice shows[] = {
    {TEXT_OF("all"), TEXT_OF("tout"), SHOW_ALL},
    {TEXT_OF("sentence"), TEXT_OF("phrase"), SHOW_SENTENCE},
    {{NULL, 0}, {NULL, 0}, 0},
};
const struct option_row show_options[1] = {
    {TEXT_OF("show"), TEXT_OF("montrer"), OPTION_CHOICE, shows, TEXT_OF("all, or sentence: without the table"),
     TEXT_OF("tout, ou phrase : sans le tableau")},
};

static bool is_of_period(const struct filling *f, const struct resource *r)
{
    if (period_is(r->period))
        return period_contains(f->job->period, r->period);
    return !date_is(r->date) || in_period(r->date, f->job->period);
}

static struct quantity exact(struct decimal d)
{
    return (struct quantity){.is = true, .exact = true, .decimal = d, .approximate = decimal_double(d)};
}

static struct str money(struct filling *f, struct decimal amount)
{
    return show_quantity(f->arena, exact(amount), 0, currency_sign(f), f->language);
}

static struct cell money_cell(struct filling *f, struct decimal amount)
{
    return (struct cell){
        .kind = CELL_NUMBER, .number = exact(amount), .unit = currency_sign(f), .shown = money(f, amount)};
}

static struct cell share_cell(struct filling *f, struct decimal used, struct decimal planned)
{
    if (decimal_sign(planned) <= 0)
        return (struct cell){.kind = CELL_EMPTY};
    struct quantity share = {.is = true, .approximate = decimal_ratio(used, decimal_int(1), planned)};
    return (struct cell){
        .kind = CELL_PROGRESS, .number = share, .unit = STR("%"), .shown = show_share(f->arena, share, 0, f->language)};
}

struct sum {
    struct decimal planned, used;
    bool any_used;
    uint32_t lines, planned_lines, used_lines; /* of the budget, and those that say so */
};

static void add_to(struct sum *sum, const struct resource *r)
{
    if (r->planned.is)
        decimal_add(&sum->planned, decimal_of(r->planned.number));
    if (r->used.is)
        decimal_add(&sum->used, decimal_of(r->used.number));
    sum->any_used = sum->any_used || r->used.is;
    sum->lines++;
    sum->planned_lines += r->planned.is;
    sum->used_lines += r->used.is;
}

static void put(struct filling *f, struct cell *cells, struct str label, const struct sum *sum, struct str note)
{
    cells[0] = cell_text(f, label);
    cells[0].header = true;
    cells[1] = money_cell(f, sum->planned);
    if (sum->lines > 1)
        cells[1].mark = str_print(f->arena, "%u/%u", sum->planned_lines, sum->lines);
    if (sum->any_used) {
        cells[2] = money_cell(f, sum->used);
        if (sum->lines > 1)
            cells[2].mark = str_print(f->arena, "%u/%u", sum->used_lines, sum->lines);
        cells[3] = share_cell(f, sum->used, sum->planned);
    }
    cells[4] = cell_text(f, note);
}

/* Amounts shown without their cents may not add up to the total shown. */
static bool has_cents(const struct filling *f)
{
    for (size_t i = 0; i < f->facts->resources.count; i++) {
        const struct resource *r = &f->facts->resources.at[i];
        bool planned = r->planned.is && !decimal_is_integer(decimal_of(r->planned.number));
        bool used = r->used.is && !decimal_is_integer(decimal_of(r->used.number));
        if (is_of_period(f, r) && (planned || used))
            return true;
    }
    return false;
}

/* Grants of laureates are one line outside the coordination: the table says what the collective's money does. */
static void tabulate(struct filling *f, struct node *into, struct sum *total)
{
    static const char *const titles[] = {"column.line", "column.planned", "column.used_money", "column.used_share",
                                         "column.note"};
    struct grid grid = grid_new(f, STR("resources"), word(f, "table.resources"), 5);
    struct sum grants = {0};
    for (size_t c = 0; c < 5; c++)
        grid_column(f, &grid, c, word(f, titles[c]), c == 0 || c == 4 ? ALIGN_START : ALIGN_DECIMAL);
    for (size_t i = 0; i < f->facts->resources.count; i++) {
        const struct resource *r = &f->facts->resources.at[i];
        struct sum one = {0};
        if (!is_of_period(f, r))
            continue;
        add_to(total, r);
        add_to(r->laureate.index ? &grants : &one, r);
        if (!r->laureate.index)
            put(f, grid_row(f, &grid, ROW_PLAIN), r->line, &one, r->note);
    }
    if (decimal_sign(grants.planned) > 0)
        put(f, grid_row(f, &grid, ROW_PLAIN), word(f, "resources.grants"), &grants, STR_NONE);
    if (grid.rows.count > 1)
        put(f, grid_row(f, &grid, ROW_TOTAL), word(f, "column.total"), total, STR_NONE);
    if (total->lines > 1)
        grid_note(f, &grid, word(f, "note.lines"));
    if (total->lines > 1 && has_cents(f))
        grid_note(f, &grid, word(f, "note.rounded"));
    grid_add(f, &grid, into);
}

static struct str lines_text(struct filling *f, uint32_t n, uint32_t of)
{
    return SAY(f, "basis.lines", PAIR("n", count_text(f, n)), PAIR("of", count_text(f, of)));
}

static struct str envelope_sentence(struct filling *f)
{
    struct maybe envelope = f->facts->programme.envelope;
    struct sum sum = {0};
    if (!envelope.is)
        return STR_NONE;
    for (size_t i = 0; i < f->facts->resources.count; i++) {
        const struct resource *r = &f->facts->resources.at[i];
        bool past = period_is(r->period) ? period_last_day(r->period).day <= period_last_day(f->job->period).day
                                         : date_is(r->date) && r->date.day <= period_last_day(f->job->period).day;
        if (past)
            add_to(&sum, r);
    }
    if (decimal_sign(sum.used) <= 0)
        return STR_NONE;
    return SAY(f, "resources.envelope", PAIR("used", money(f, sum.used)),
               PAIR("used_lines", lines_text(f, sum.used_lines, sum.lines)),
               PAIR("envelope", money(f, decimal_of(envelope.number))),
               PAIR("date", date_text(f, period_last_day(f->job->period))));
}

static struct str used_sentence(struct filling *f, const struct sum *total)
{
    if (!total->any_used)
        return STR_NONE;
    return SAY(f, "resources.used", PAIR("used", money(f, total->used)), PAIR("planned", money(f, total->planned)),
               PAIR("used_lines", lines_text(f, total->used_lines, total->lines)),
               PAIR("planned_lines", lines_text(f, total->planned_lines, total->lines)),
               PAIR("period", period_text(f, f->job->period)));
}

static void say_use(struct filling *f, const struct sum *total, struct node *into)
{
    struct str used = used_sentence(f, total), envelope = envelope_sentence(f);
    const char *between = used.length && envelope.length ? " " : "";
    if (used.length || envelope.length)
        add_paragraph(f, into, str_print(f->arena, "%.*s%s%.*s", STR_ARG(used), between, STR_ARG(envelope)));
}

/* A laureate's own grant, of the budget year that the document's period is part of. */
static void say_own(struct filling *f, struct node *into)
{
    struct period year = period_at(PERIOD_YEAR, f->job->period.first, f->facts->programme.year_start);
    struct sum sum = {0};
    for (size_t i = 0; i < f->facts->resources.count; i++) {
        const struct resource *r = &f->facts->resources.at[i];
        if (r->laureate.index == own_laureate(f) && period_is(r->period) && period_contains(year, r->period))
            add_to(&sum, r);
    }
    if (decimal_sign(sum.planned) > 0 && sum.any_used)
        add_paragraph(f, into,
                      SAY(f, "resources.own", PAIR("period", period_text(f, year)), PAIR("used", money(f, sum.used)),
                          PAIR("planned", money(f, sum.planned))));
}

static void fill_resources(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct sum total = {0};
    bool sentence = option_choice(&hole_resources, yaml, "show", SHOW_ALL) == SHOW_SENTENCE;
    if (!period_is(f->job->period) || !f->facts->resources.count)
        return;
    if (own_laureate(f)) {
        say_own(f, into);
        return;
    }
    struct node *table = node_new(f->arena, NODE_BODY, f->place);
    tabulate(f, table, &total);
    if (!table->first)
        return;
    say_use(f, &total, into);
    while (!sentence && table->first)
        node_append(into, table->first);
}

const struct hole hole_resources = {TEXT_OF("resources"),
                                    TEXT_OF("ressources"),
                                    OPTIONS(show_options),
                                    fill_resources,
                                    TEXT_OF("money planned and used, and what remains of the envelope"),
                                    TEXT_OF("l’argent prévu et utilisé, et ce qui reste de l’enveloppe"),
                                    "objectives resources"};

/* ---- grants ---- */

static struct cell laureate_cell(struct filling *f, const void *row)
{
    const struct laureate *l = row;
    struct cell cell = cell_text(f, laureate_name(f, (uint32_t)(l - f->facts->laureates.at)));
    cell.header = true;
    return cell;
}

static struct cell grant_cell(struct filling *f, const void *row)
{
    return cell_number(f, ((const struct laureate *)row)->grant, 0, currency_sign(f));
}

static struct cell territory_cell(struct filling *f, const void *row)
{
    return cell_text(f, ((const struct laureate *)row)->territory);
}

static const struct list_column grant_columns[] = {
    {"column.laureate", ALIGN_START, laureate_cell},
    {"column.territory", ALIGN_START, territory_cell},
    {"column.grant", ALIGN_DECIMAL, grant_cell},
};
static const struct listing grants = {"grants", "table.grants", COLUMNS(grant_columns)};

static void fill_grants(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = {0};
    (void)yaml;
    for (uint32_t i = 1; i < f->facts->laureates.count; i++)
        if (f->facts->laureates.at[i].grant.is && laureate_is_active(&f->facts->laureates.at[i], f->job->period))
            *PUSH(f->arena, &rows) = &f->facts->laureates.at[i];
    listing_add(f, &grants, &rows, into);
}

const struct hole hole_grants = {TEXT_OF("grants"),
                                 TEXT_OF("dotations"),
                                 NULL,
                                 0,
                                 fill_grants,
                                 TEXT_OF("what each laureate was granted"),
                                 TEXT_OF("la dotation de chaque lauréat"),
                                 NULL};
