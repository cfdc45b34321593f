#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/series.h"
#include "compose/site.h"
#include "compose/table_notes.h"

/* Laureates or groups of them down, indicators across, for the document's period. Rows stand in the order of names:
 * nobody is ranked, and outside the coordination the table does not sort. */

enum { COLUMNS_MAX = 7 };
static const struct choice groupings[] = {
    {TEXT_OF("laureate"), TEXT_OF("laureat"), 1}, {TEXT_OF("territory"), TEXT_OF("territoire"), 2},
    {TEXT_OF("themes"), TEXT_OF("themes"), 3},    {TEXT_OF("publics"), TEXT_OF("publics"), 4},
    {TEXT_OF("tags"), TEXT_OF("etiquettes"), 5},  {{NULL, 0}, {NULL, 0}, 0},
};
static const enum attribute attributes[] = {
    [2] = ATTRIBUTE_TERRITORY, [3] = ATTRIBUTE_THEMES, [4] = ATTRIBUTE_PUBLICS, [5] = ATTRIBUTE_TAGS};
static const struct option_row options[] = {
    {TEXT_OF("by"), TEXT_OF("par"), OPTION_CHOICE, groupings, TEXT_OF("laureate, territory, themes, publics, tags"),
     TEXT_OF("laureat, territoire, themes, publics, etiquettes")},
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; the headline indicators unless said"), TEXT_OF("identifiants ; sinon les indicateurs phares")},
};

struct making {
    struct filling *f;
    struct grid grid;
    struct indexes indicators;
    struct table_notes notes;
};

static struct indexes chosen(struct filling *f, const struct yaml *yaml)
{
    struct strs named = option_names(f->arena, &hole_matrix, yaml, "indicators");
    struct indexes all = named.count ? indicators_named(f, &named) : indicators_headline(f), found = {0};
    for (size_t i = 0; i < all.count && found.count < COLUMNS_MAX; i++)
        if (indicator_is_number(indicator_of(f, all.at[i])))
            *PUSH(f->arena, &found) = all.at[i];
    return found;
}

static void add_row(struct making *m, struct str name, struct subject subject, enum row_kind kind)
{
    struct cell *cells = ARENA_ARRAY(m->f->arena, struct cell, m->indicators.count + 1);
    bool any = false;
    for (size_t i = 0; i < m->indicators.count; i++) {
        const struct figure *figure = figure_in(m->f, m->indicators.at[i], subject, m->f->job->period);
        if (figure)
            cells[1 + i] = cell_in_table(m->f, figure, &m->notes);
        any = any || cells[1 + i].kind != CELL_EMPTY;
    }
    if (!any)
        return;
    cells[0] = subject.kind == SUBJECT_LAUREATE ? cell_subject(m->f, EACH_LAUREATE, subject.laureate, name)
                                                : cell_text(m->f, name);
    cells[0].header = true;
    struct cell *row = grid_row(m->f, &m->grid, kind);
    for (size_t i = 0; i <= m->indicators.count; i++)
        row[i] = cells[i];
}

static void add_laureates(struct making *m)
{
    struct filling *f = m->f;
    struct indexes order = laureates_by_name(f);
    for (size_t i = 0; i < order.count; i++)
        if (laureate_is_active(&f->facts->laureates.at[order.at[i]], f->job->period))
            add_row(m, laureate_name(f, order.at[i]), subject_laureate(order.at[i]), ROW_PLAIN);
}

static void add_groups(struct making *m, enum attribute attribute)
{
    struct strs values = measure_attribute_values(m->f->arena, m->f->facts, attribute);
    size_t unstated = values.count && !values.at[0].length; /* stands last */
    for (size_t n = 0; n < values.count; n++) {
        size_t i = (n + unstated) % values.count;
        struct subject subject = {.kind = SUBJECT_ATTRIBUTE, .attribute = attribute, .value = values.at[i]};
        add_row(m, group_label(m->f, values.at[i]), subject, ROW_PLAIN);
    }
}

/* A column without a single figure is told of in the note instead. */
static void drop_silent(struct making *m)
{
    for (size_t i = 0; i < m->indicators.count; i++) {
        bool tells = false, any = false;
        for (size_t r = 0; r < m->grid.rows.count; r++) {
            struct cell *cell = &m->grid.rows.at[r].cells[1 + i];
            any = any || cell->kind != CELL_EMPTY;
            tells = tells || (cell->figure && figure_tells(cell->figure));
        }
        for (size_t r = 0; !tells && r < m->grid.rows.count; r++)
            m->grid.rows.at[r].cells[1 + i] = (struct cell){.kind = CELL_EMPTY};
        if (any && !tells)
            *PUSH(m->f->arena, &m->notes.unshown) = indicator_short(m->f, m->indicators.at[i]);
    }
}

static void fill_matrix(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int by = option_choice(&hole_matrix, yaml, "by", 1);
    struct making m = {.f = f, .indicators = chosen(f, yaml)};
    if (!period_is(f->job->period) || !m.indicators.count)
        return;
    m.grid =
        grid_new(f, STR("matrix"), word(f, by == 1 ? "table.by_laureate" : "table.by_group"), m.indicators.count + 1);
    grid_column(f, &m.grid, 0, word(f, by == 1 ? "column.laureate" : "column.group"), ALIGN_START);
    for (size_t i = 0; i < m.indicators.count; i++)
        grid_column(f, &m.grid, 1 + i, indicator_short(f, m.indicators.at[i]), ALIGN_DECIMAL);
    for (size_t c = 0; f->job->audience != AUDIENCE_INTERNAL && c <= m.indicators.count; c++)
        m.grid.table->columns[c].sortable = false;
    if (by == 1)
        add_laureates(&m);
    else
        add_groups(&m, attributes[by]);
    if (m.grid.rows.count < (by == 1 ? 1 : 2)) /* a single group is the programme */
        return;
    add_row(&m, word(f, "row.programme"), subject_programme(), ROW_TOTAL);
    drop_silent(&m);
    table_notes_add(f, &m.notes, &m.grid);
    grid_add(f, &m.grid, into);
}

const struct hole hole_matrix = {TEXT_OF("matrix"),
                                 TEXT_OF("croisement"),
                                 OPTIONS(options),
                                 fill_matrix,
                                 TEXT_OF("laureates or territories by indicators"),
                                 TEXT_OF("les lauréats ou les territoires par indicateur"),
                                 NULL};
