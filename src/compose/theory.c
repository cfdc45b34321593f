#include "compose/chart_build.h"
#include "compose/hole_list.h"

/* The theory of change: drawn in layers from means to impact, and told line by line. */

static const char *const level_keys[] = {[LEVEL_INPUT] = "level.input",
                                         [LEVEL_ACTIVITY] = "level.activity",
                                         [LEVEL_OUTPUT] = "level.output",
                                         [LEVEL_OUTCOME] = "level.outcome",
                                         [LEVEL_IMPACT] = "level.impact"};

/* Layers are the levels that occur: a level without a node leaves no empty column. */
static int layer_of(const struct filling *f, int level)
{
    int layer = 0;
    for (int below = LEVEL_INPUT; below < level; below++) {
        bool occurs = false;
        for (size_t i = 0; i < f->facts->theory_of_change.count; i++)
            occurs = occurs || f->facts->theory_of_change.at[i].level == below;
        layer += occurs;
    }
    return layer;
}

static void add_layers(struct filling *f, struct chart *chart)
{
    for (int level = LEVEL_INPUT; level <= LEVEL_IMPACT; level++)
        if (layer_of(f, level + 1) > layer_of(f, level))
            *PUSH(f->arena, &chart->layers) = word(f, level_keys[level]);
}

/* A node whose level is not one of the five has no place in the drawing; the table tells it all the same. */
static void add_nodes(struct filling *f, struct chart *chart)
{
    const struct change_nodes *nodes = &f->facts->theory_of_change;
    chart->nodes = ARENA_ARRAY(f->arena, struct chart_node, nodes->count);
    for (size_t i = 0; i < nodes->count; i++)
        if (nodes->at[i].level)
            chart->nodes[chart->node_count++] = (struct chart_node){.id = nodes->at[i].node,
                                                                    .label = set(f, nodes->at[i].label),
                                                                    .layer = layer_of(f, nodes->at[i].level),
                                                                    .date = DATE_NONE,
                                                                    .leads_to = nodes->at[i].leads_to};
}

static struct str labels_of(struct filling *f, const struct strs *ids)
{
    struct strs labels = {0};
    for (size_t i = 0; i < ids->count; i++)
        for (size_t n = 0; n < f->facts->theory_of_change.count; n++)
            if (name_equal(f->facts->theory_of_change.at[n].node, ids->at[i]))
                *PUSH(f->arena, &labels) = set(f, f->facts->theory_of_change.at[n].label);
    return show_clauses(f->arena, &labels, f->language);
}

static struct table *table_of(struct filling *f)
{
    const struct change_nodes *nodes = &f->facts->theory_of_change;
    struct grid grid = grid_new(f, STR("theory-of-change-data"), word(f, "table.theory"), 4);
    static const char *const titles[] = {"column.node", "column.level", "column.leads_to", "column.hypothesis"};
    for (size_t c = 0; c < 4; c++)
        grid_column(f, &grid, c, word(f, titles[c]), ALIGN_START);
    for (size_t i = 0; i < nodes->count; i++) {
        const struct change_node *node = &nodes->at[i];
        struct cell *cells = grid_row(f, &grid, ROW_PLAIN);
        cells[0] = cell_text(f, node->label);
        cells[0].header = true;
        if (node->level)
            cells[1] = cell_text(f, word(f, level_keys[node->level]));
        cells[2] = cell_text(f, labels_of(f, &node->leads_to));
        cells[3] = cell_text(f, node->hypothesis);
    }
    grid.table->rows = grid.rows.at;
    grid.table->row_count = grid.rows.count;
    return grid.table;
}

static size_t links_of(const struct chart *chart)
{
    size_t links = 0;
    for (size_t i = 0; i < chart->node_count; i++)
        links += chart->nodes[i].leads_to.count;
    return links;
}

static struct date last_review(const struct filling *f)
{
    struct date last = DATE_NONE;
    for (size_t i = 0; i < f->facts->theory_of_change.count; i++) {
        struct date day = f->facts->theory_of_change.at[i].reviewed_on;
        if (date_is(day) && (!date_is(last) || day.day > last.day))
            last = day;
    }
    return last;
}

static void add_drawing(struct filling *f, struct node *into)
{
    struct chart *chart = chart_new(f, CHART_GRAPH, STR("theory-of-change"), word(f, "chart.theory"), 0);
    add_layers(f, chart);
    add_nodes(f, chart);
    chart->table = table_of(f);
    if (!chart->node_count) {
        add_block(f, into, NODE_TABLE)->table = chart->table;
        return;
    }
    chart->sentence =
        SAY_N(f, (int64_t)chart->node_count, "sentence.theory", PAIR("nodes", count_text(f, (int64_t)chart->node_count)),
              PAIR("links", count_text(f, (int64_t)links_of(chart))), PAIR("first", chart->layers.at[0]),
              PAIR("last", chart->layers.at[chart->layers.count - 1]));
    add_block(f, into, NODE_CHART)->chart = chart;
}

static void fill_theory(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!f->facts->theory_of_change.count)
        return;
    add_drawing(f, into);
    if (date_is(last_review(f)))
        add_paragraph(f, into, SAY(f, "theory.reviewed", PAIR("date", date_text(f, last_review(f)))));
}

const struct hole hole_theory = {TEXT_OF("theory_of_change"),
                                 TEXT_OF("theorie_du_changement"),
                                 NULL,
                                 0,
                                 fill_theory,
                                 TEXT_OF("the theory of change, drawn and told"),
                                 TEXT_OF("la théorie du changement, dessinée et dite"),
                                 "theory_of_change"};
