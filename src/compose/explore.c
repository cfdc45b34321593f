#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/labels.h"
#include "compose/series.h"
#include "compose/site.h"
#include "compose/table_notes.h"

/* Every indicator by territory, laureate and period in one table, as the audience may see it. A page lets its reader
 * choose among them and draws what is chosen: it reads this table and holds nothing else. */

static const struct option_row options[] = {
    {TEXT_OF("indicators"), TEXT_OF("indicateurs"), OPTION_INDICATORS, NULL,
     TEXT_OF("ids; all that the audience may see unless said"),
     TEXT_OF("identifiants ; sinon tous ceux que le lecteur peut voir")},
    {TEXT_OF("periods"), TEXT_OF("periodes"), OPTION_COUNT, NULL, TEXT_OF("how many, 16 unless said"),
     TEXT_OF("combien, 16 sinon")},
    {TEXT_OF("laureates"), TEXT_OF("laureats"), OPTION_YES_NO, NULL, TEXT_OF("no to leave laureates out"),
     TEXT_OF("non pour laisser les lauréats de côté")},
};

struct making {
    struct filling *f;
    struct grid grid;
    struct span span;
    struct strs territories;
    struct indexes laureates;
    struct table_notes notes;
    struct strs abouts; /* of each sentence of the notes, its indicator */
};

/* On the page of one indicator the programme's figures and the latest ones tell where they come from; where all stand,
 * their pages do. */
static struct cell figure_cell(struct making *m, const struct figure *figure)
{
    enum subject_kind kind = figure->key.subject.kind;
    bool latest = kind == SUBJECT_ATTRIBUTE && period_equal(figure->key.period, m->f->job->period);
    bool told = m->f->job->template->over == EACH_INDICATOR && (kind == SUBJECT_PROGRAMME || latest);
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

static void add_row(struct making *m, uint32_t indicator, struct subject subject, struct str name)
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
        return;
    cells[0] = cell_text(m->f, name);
    cells[0].header = true;
    struct cell *row = grid_row(m->f, &m->grid, ROW_PLAIN);
    for (size_t i = 0; i <= m->span.count; i++)
        row[i] = cells[i];
    m->grid.rows.at[m->grid.rows.count - 1].about = subject.kind;
}

static void add_territories(struct making *m, uint32_t indicator)
{
    for (size_t i = 0; m->territories.count > 1 && i < m->territories.count; i++) { /* a single one is the programme */
        struct str value = m->territories.at[i];
        struct subject subject = {.kind = SUBJECT_ATTRIBUTE, .attribute = ATTRIBUTE_TERRITORY, .value = value};
        add_row(m, indicator, subject, group_label(m->f, value));
    }
}

static void add_laureates(struct making *m, uint32_t indicator)
{
    for (size_t i = 0; i < m->laureates.count; i++)
        add_row(m, indicator, subject_laureate(m->laureates.at[i]), laureate_name(m->f, m->laureates.at[i]));
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
    if (definition->scope != SCOPE_PROGRAMME) {
        add_territories(m, indicator);
        add_laureates(m, indicator);
    }
    while (m->abouts.count < m->notes.sentences.count)
        *PUSH(f->arena, &m->abouts) = set(f, indicator_row_label(f, indicator));
}

/* Outside the coordination, those alone who agreed to be named there. */
static struct indexes laureates_shown(struct filling *f, const struct yaml *yaml)
{
    struct indexes all = laureates_by_name(f), shown = {0};
    for (size_t i = 0; i < all.count && option_yes(&hole_explore, yaml, "laureates", true); i++)
        if (f->job->audience == AUDIENCE_INTERNAL || f->facts->laureates.at[all.at[i]].consent == ANSWER_YES)
            *PUSH(f->arena, &shown) = all.at[i];
    return shown;
}

/* What is said of one indicator is shown with it. */
static void add_notes(struct making *m)
{
    struct strs sentences = m->notes.sentences;
    m->notes.sentences = (struct strs){0};
    table_notes_add(m->f, &m->notes, &m->grid);
    for (size_t i = 0; i < sentences.count; i++) {
        grid_note(m->f, &m->grid, sentences.at[i]);
        m->grid.table->note->last->key = m->abouts.at[i];
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
    m.laureates = laureates_shown(f, yaml);
    m.grid = grid_new(f, STR("explore"), word(f, m.laureates.count ? "table.explore" : "table.explore_territories"),
                      m.span.count + 1);
    grid_column(f, &m.grid, 0, word(f, "column.who"), ALIGN_START);
    for (size_t i = 0; i < m.span.count; i++)
        grid_column(f, &m.grid, 1 + i, period_short(f, m.span.at[i]), ALIGN_DECIMAL);
    m.grid.table->columns[m.span.count].latest = m.span.count > 1;
    for (size_t c = 0; c <= m.span.count; c++)
        m.grid.table->columns[c].sortable = false;
    for (size_t i = 0; i < indicators.count; i++)
        add_indicator(&m, indicators.at[i]);
    m.grid.table->explore = true;
    add_notes(&m);
    grid_add(f, &m.grid, into);
}

const struct hole hole_explore = {
    TEXT_OF("explore"),
    TEXT_OF("explorer"),
    OPTIONS(options),
    fill_explore,
    TEXT_OF("indicators by territory, laureate and period, to be chosen among and drawn"),
    TEXT_OF("les indicateurs par territoire, par lauréat et par période, à choisir et à dessiner"),
    NULL};
