#include "compose/compose.h"

/* The document as an indented text: one line a node, for the goldens and for people who write holes. */

static const char *const kind_names[] = {
    [NODE_BODY] = "body",
    [NODE_SECTION] = "section",
    [NODE_HEADING] = "heading",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_LIST] = "list",
    [NODE_ITEM] = "item",
    [NODE_QUOTE] = "quote",
    [NODE_CODE_BLOCK] = "code block",
    [NODE_RULE] = "rule",
    [NODE_TABLE] = "table",
    [NODE_CHART] = "chart",
    [NODE_CARDS] = "cards",
    [NODE_CALLOUT] = "callout",
    [NODE_FIGURE] = "figure",
    [NODE_FACTS] = "facts",
    [NODE_PAGE_BREAK] = "page break",
    [NODE_LANDSCAPE] = "landscape",
    [NODE_CONTENTS] = "contents",
    [NODE_TEXT] = "text",
    [NODE_EMPHASIS] = "emphasis",
    [NODE_STRONG] = "strong",
    [NODE_CODE] = "code",
    [NODE_LINK] = "link",
    [NODE_IMAGE] = "image",
    [NODE_BREAK] = "break",
    [NODE_SPACE] = "space",
    [NODE_SUPERSCRIPT] = "superscript",
    [NODE_VALUE] = "value",
    [NODE_FOOTNOTE] = "footnote",
};

static const char *const chart_names[CHART_KINDS] = {
    [CHART_BARS] = "bars",
    [CHART_STACKED] = "stacked",
    [CHART_BARS_HORIZONTAL] = "horizontal bars",
    [CHART_LINES] = "lines",
    [CHART_BULLET] = "bullet",
    [CHART_DISTRIBUTION] = "distribution",
    [CHART_HEAT_MAP] = "heat map",
    [CHART_TIMELINE] = "timeline",
    [CHART_GRAPH] = "graph",
    [CHART_SMALL_MULTIPLES] = "small multiples",
};

struct dump {
    struct arena *arena;
    struct buffer out;
    int depth;
};

static void indent(struct dump *d)
{
    for (int i = 0; i < d->depth; i++)
        buffer_add(&d->out, STR("  "));
}

static void line(struct dump *d, const char *name, struct str text)
{
    indent(d);
    buffer_print(&d->out, "%s%s%.*s\n", name, text.length ? ": " : "", STR_ARG(text));
}

static void dump_node(struct dump *d, const struct node *node);

static struct str cell_plain(struct dump *d, const struct cell *cell)
{
    struct buffer text = {.arena = d->arena};
    if (cell->kind == CELL_TEXT && cell->inlines)
        buffer_add(&text, node_plain(d->arena, cell->inlines));
    buffer_add(&text, cell->shown);
    if (cell->kind == CELL_SPARK)
        buffer_print(&text, "spark of %zu", cell->series_count);
    if (cell->mark.length)
        buffer_print(&text, " (%.*s)", STR_ARG(cell->mark));
    if (cell->key.length)
        buffer_print(&text, " {%.*s}", STR_ARG(cell->key));
    return buffer_str(&text);
}

static void dump_row(struct dump *d, const struct table *table, const struct table_row *row)
{
    static const char *const names[] = {[ROW_PLAIN] = "row", [ROW_GROUP] = "group", [ROW_TOTAL] = "total"};
    struct buffer text = {.arena = d->arena};
    for (size_t c = 0; c < table->column_count; c++)
        buffer_print(&text, "%s%.*s", c ? " | " : "", STR_ARG(cell_plain(d, &row->cells[c])));
    line(d, names[row->kind], buffer_str(&text));
}

static void dump_table(struct dump *d, const struct table *table)
{
    struct buffer heads = {.arena = d->arena};
    d->depth++;
    line(d, "caption", table->caption);
    for (size_t c = 0; c < table->column_count; c++)
        buffer_print(&heads, "%s%.*s", c ? " | " : "", STR_ARG(table->columns[c].name));
    line(d, "columns", buffer_str(&heads));
    for (size_t r = 0; r < table->row_count; r++)
        dump_row(d, table, &table->rows[r]);
    if (table->note)
        for (const struct node *n = table->note->first; n; n = n->next)
            line(d, "note", node_plain(d->arena, n));
    d->depth--;
}

static void dump_chart(struct dump *d, const struct chart *chart)
{
    d->depth++;
    line(d, chart_names[chart->kind], chart->title);
    line(d, "sentence", chart->sentence);
    for (size_t i = 0; i < chart->node_count; i++) {
        struct str date = date_iso(d->arena, chart->nodes[i].date);
        line(d, "node",
             str_print(d->arena, "%.*s%s%.*s", STR_ARG(date), date.length ? " " : "", STR_ARG(chart->nodes[i].label)));
    }
    if (chart->table)
        dump_table(d, chart->table);
    d->depth--;
}

static void dump_cards(struct dump *d, const struct node *node)
{
    d->depth++;
    for (size_t i = 0; i < node->card_count; i++) {
        const struct card *c = &node->cards[i];
        line(d, "card",
             str_print(d->arena, "%.*s | %.*s | %.*s | %.*s | %.*s {%.*s}", STR_ARG(c->label), STR_ARG(c->value),
                       STR_ARG(c->mark), STR_ARG(c->change), STR_ARG(c->gap), STR_ARG(c->key)));
    }
    d->depth--;
}

static bool is_leaf(const struct node *node)
{
    return !node->first || node_is_inline(node->first->kind);
}

static void dump_node(struct dump *d, const struct node *node)
{
    struct str text = is_leaf(node) ? node_plain(d->arena, node) : STR_NONE;
    if (node->kind == NODE_HEADING)
        line(d, str_print(d->arena, "heading %d", node->level).at, text);
    else
        line(d, kind_names[node->kind], text);
    if (node->kind == NODE_QUOTE && node->text.length)
        line(d, "  said by", node->text);
    if (node->table)
        dump_table(d, node->table);
    if (node->chart)
        dump_chart(d, node->chart);
    if (node->card_count)
        dump_cards(d, node);
    d->depth++;
    for (const struct node *child = is_leaf(node) ? NULL : node->first; child; child = child->next)
        dump_node(d, child);
    d->depth--;
}

static void dump_links(struct dump *d, const char *name, const struct site_links *links)
{
    static const char *const here[] = {[HERE_NOT] = "", [HERE_BELOW] = " (below)", [HERE_IS] = " (here)"};
    for (size_t i = 0; i < links->count; i++)
        line(d, name,
             str_print(d->arena, "%.*s %.*s%s", STR_ARG(links->at[i].label), STR_ARG(links->at[i].address),
                       here[links->at[i].here]));
}

/* What a page has beside its text. */
static void dump_site(struct dump *d, const struct document *document)
{
    dump_links(d, "menu", &document->site->menu);
    dump_links(d, "trail", &document->site->trail);
    for (size_t i = 0; i < document->events.count; i++) {
        const struct calendar_event *e = &document->events.at[i];
        line(d, "event",
             str_print(d->arena, "%.*s %.*s | %.*s | %.*s", STR_ARG(date_iso(d->arena, e->date)), STR_ARG(e->title),
                       STR_ARG(e->kind), STR_ARG(e->uid)));
    }
    for (size_t i = 0; i < document->articles.count; i++) {
        const struct article *a = &document->articles.at[i];
        line(d, "article",
             str_print(d->arena, "%.*s %.*s | %.*s | %.*s", STR_ARG(date_iso(d->arena, a->date)), STR_ARG(a->title),
                       STR_ARG(a->source), STR_ARG(a->uid)));
    }
    for (size_t i = 0; i < document->findings.count; i++) {
        const struct finding *f = &document->findings.at[i];
        line(d, "finding",
             str_print(d->arena, "%.*s | %.*s | %.*s | %.*s", STR_ARG(f->page), STR_ARG(f->heading),
                       STR_ARG(f->address), STR_ARG(f->text)));
    }
}

struct str document_dump(struct arena *arena, const struct document *document)
{
    struct dump d = {.arena = arena, .out = {.arena = arena}};
    line(&d, "title", document->title);
    line(&d, "subtitle", document->subtitle);
    line(&d, "edition", document->edition);
    line(&d, "audience", document->audience_name);
    if (document->draft)
        line(&d, "draft", STR_NONE);
    dump_node(&d, document->body);
    if (document->site)
        dump_site(&d, document);
    for (size_t i = 0; i < document->legend.count; i++)
        line(&d, "legend", document->legend.at[i]);
    buffer_print(&d.out, "provenances: %zu\n", document->provenance_count);
    return buffer_str(&d.out);
}
