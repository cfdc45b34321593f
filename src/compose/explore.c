#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/series.h"
#include "compose/site.h"
#include "compose/table_notes.h"

/* Every indicator by territory and period in one table, as the audience may see it. A page lets its reader choose
 * among them and draws what is chosen: it reads this table and holds nothing else. */

static const struct option_row options[] = {
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; all that the audience may see unless said"),
     TEXT_OF("identifiants ; sinon tous ceux que le lecteur peut voir")},
    {TEXT_OF("periods"), TEXT_OF("periodes"), OPTION_COUNT, NULL, TEXT_OF("how many, 16 unless said"),
     TEXT_OF("combien, 16 sinon")},
};

struct making {
    struct filling *f;
    struct grid grid;
    struct span span;
    struct strs territories;
    struct table_notes notes;
};

/* On the page of one indicator the programme's figures and the latest ones tell where they come from; where all stand,
 * their pages do. */
static struct cell figure_cell(struct making *m, const struct figure *figure)
{
    bool told = m->f->job->template->over == EACH_INDICATOR &&
                (figure->key.subject.kind == SUBJECT_PROGRAMME || period_equal(figure->key.period, m->f->job->period));
    struct filling *f = m->f;
    size_t used = f->used.count;
    struct cell cell = cell_in_table(f, figure, &m->notes);
    if (told)
        return cell;
    for (size_t i = used; i < f->used.count; i++)
        *PUSH(f->arena, &f->document->untold) = f->used.at[i].text;
    f->used.count = used;
    cell.key = STR_NONE;
    return cell;
}

static bool add_row(struct making *m, uint32_t indicator, struct subject subject, struct str name)
{
    struct cell *cells = ARENA_ARRAY(m->f->arena, struct cell, m->span.count + 1);
    bool any = false;
    for (size_t i = 0; i < m->span.count; i++) {
        const struct figure *figure = figure_in(m->f, indicator, subject, m->span.at[i]);
        if (figure && !figure_is_blank(figure))
            cells[1 + i] = figure_cell(m, figure);
        any =
            any || cells[1 + i].number.is || cells[1 + i].state == FIGURE_MASKED || cells[1 + i].state == FIGURE_RANGE;
    }
    if (!any)
        return false;
    cells[0] = cell_text(m->f, name);
    cells[0].header = true;
    struct cell *row = grid_row(m->f, &m->grid, ROW_PLAIN);
    for (size_t i = 0; i <= m->span.count; i++)
        row[i] = cells[i];
    return true;
}

static void add_indicator(struct making *m, uint32_t indicator)
{
    struct filling *f = m->f;
    const struct indicator *definition = indicator_of(f, indicator);
    if (!indicator_is_number(definition))
        return;
    grid_group(f, &m->grid, STR("-"));
    struct cell *group = &m->grid.rows.at[m->grid.rows.count - 1].cells[0];
    struct cell label = cell_subject(f, EACH_INDICATOR, indicator, indicator_row_label(f, indicator));
    group->inlines = label.inlines;
    if (definition->scope != SCOPE_OWN)
        add_row(m, indicator, subject_programme(), word(f, "row.programme"));
    for (size_t i = 0; i < m->territories.count && definition->scope != SCOPE_PROGRAMME; i++) {
        struct str value = m->territories.at[i];
        struct subject subject = {.kind = SUBJECT_ATTRIBUTE, .attribute = ATTRIBUTE_TERRITORY, .value = value};
        add_row(m, indicator, subject, value.length ? word_label(f, value) : word(f, "matrix.unstated"));
    }
}

static void fill_explore(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct strs named = option_names(f->arena, &hole_explore, yaml, "indicators");
    struct indexes indicators = named.count ? indicators_named(f, &named) : indicators_visible(f);
    size_t periods = (size_t)option_count(&hole_explore, yaml, "periods", 16);
    if (!period_is(f->job->period))
        return;
    struct making m = {.f = f, .span = span_ending(f, f->job->period.kind, periods)};
    m.territories = measure_attribute_values(f->arena, f->facts, ATTRIBUTE_TERRITORY);
    m.grid = grid_new(f, STR("explore"), word(f, "table.explore"), m.span.count + 1);
    grid_column(f, &m.grid, 0, word(f, "column.territory"), ALIGN_START);
    for (size_t i = 0; i < m.span.count; i++)
        grid_column(f, &m.grid, 1 + i, period_short(f, m.span.at[i]), ALIGN_DECIMAL);
    m.grid.table->columns[m.span.count].latest = m.span.count > 1;
    for (size_t c = 0; c <= m.span.count; c++)
        m.grid.table->columns[c].sortable = false;
    for (size_t i = 0; i < indicators.count; i++)
        add_indicator(&m, indicators.at[i]);
    m.grid.table->explore = true;
    table_notes_add(f, &m.notes, &m.grid);
    grid_add(f, &m.grid, into);
}

const struct hole hole_explore = {TEXT_OF("explore"),
                                  TEXT_OF("explorer"),
                                  OPTIONS(options),
                                  fill_explore,
                                  TEXT_OF("indicators by territory and period, to be chosen among and drawn"),
                                  TEXT_OF("les indicateurs par territoire et par période, à choisir et à dessiner"),
                                  NULL};
