/* Tables: typed cells as <data> and <time>, scoped headers, a body a group. Sorting and filtering are put on by the
 * script; without it everything is there. */
#include "html.h"

#include "compose/compose.h"

enum { FILTER_LEAST = 12, HINT_LEAST = 5, STACK_LEAST = 4 };

/* What the cells of a column share: room for marks, and the name that each bears where its row stands as a card. */
struct column_look {
    size_t room;
    struct str label;
};

static const char *const status_shapes[TARGET_STATUSES] = {
    [TARGET_MET] = "✓",       [TARGET_EXCEEDED] = "★", [TARGET_ON_TRACK] = "●",       [TARGET_WATCH] = "▲",
    [TARGET_OFF_TRACK] = "■", [TARGET_BACKWARD] = "▼", [TARGET_NOT_MEASURABLE] = "○",
};

/* Room for the longest mark of the column, so that numbers stay under each other. */
static size_t mark_length(const struct table *table, size_t column)
{
    size_t most = 0;
    for (size_t r = 0; r < table->row_count; r++) {
        size_t length = utf8_length(table->rows[r].cells[column].mark);
        most = length > most ? length : most;
    }
    return most < 12 ? most : 12;
}

static void mark(struct html *html, const struct cell *cell, size_t room)
{
    if (!room)
        return;
    buffer_print(&html->out, "<span class=\"m m%zu\">", room);
    html_text(html, cell->mark);
    html_add(html, "</span>");
}

static void number(struct html *html, const struct cell *cell, size_t room)
{
    if (cell->number.is)
        html_figure(html, cell->shown, cell->number, cell->key);
    else {
        html_add(html, "<span class=\"none\">");
        html_figure(html, cell->shown, cell->number, cell->key);
        html_add(html, "</span>");
    }
    mark(html, cell, room);
}

static void date(struct html *html, const struct cell *cell)
{
    html_add(html, "<time");
    html_attribute(html, "datetime", date_iso(html->arena, cell->date));
    html_add(html, ">");
    html_sentence(html, cell->shown);
    html_add(html, "</time>");
}

static void spark(struct html *html, const struct cell *cell)
{
    struct buffer words = {.arena = html->arena};
    for (size_t i = 0; i < cell->series_count; i++) {
        struct str shown =
            show_quantity(html->arena, cell->series[i], cell->decimals, STR_NONE, html->document->language);
        buffer_add(&words, i ? STR("\u00A0; ") : STR_NONE);
        buffer_add(&words, shown.length ? shown : STR("–"));
    }
    html_spark(html, cell->series, cell->series_count, buffer_str(&words));
}

static void status(struct html *html, const struct cell *cell)
{
    const char *shape = status_shapes[cell->status];
    buffer_print(&html->out, "<span class=\"st st%d\">", (int)cell->status);
    if (shape)
        buffer_print(&html->out, "<span aria-hidden=\"true\">%s</span> ", shape);
    html_sentence(html, cell->shown);
    html_add(html, "</span>");
}

static void content(struct html *html, const struct cell *cell, size_t room)
{
    switch (cell->kind) {
    case CELL_TEXT:
        if (cell->inlines) {
            const struct node *only = cell->inlines->first;
            html_blocks(html, cell->inlines, only && !only->next);
        } else
            html_sentence(html, cell->shown);
        break;
    case CELL_NUMBER:
        number(html, cell, room);
        break;
    case CELL_DATE:
        date(html, cell);
        break;
    case CELL_SPARK:
        spark(html, cell);
        break;
    case CELL_PROGRESS:
        html_progress(html, cell->number);
        html_text(html, cell->shown);
        break;
    case CELL_STATUS:
        status(html, cell);
        break;
    case CELL_EMPTY:
        break;
    }
}

static const char *const classes[] = {
    [ALIGN_START] = "", [ALIGN_END] = "n", [ALIGN_MIDDLE] = "c", [ALIGN_DECIMAL] = "n"};

/* Sentences in a cell need some width, or they become a column of words; what is long for a number may wrap. */
static const char *class_of(struct html *html, const struct cell *cell, enum column_align align)
{
    struct str shown = cell->kind == CELL_TEXT && cell->inlines ? node_plain(html->arena, cell->inlines) : cell->shown;
    if ((align == ALIGN_DECIMAL || align == ALIGN_END) && utf8_length(shown) > 14)
        return "n x";
    bool sentence = cell->kind == CELL_TEXT && utf8_length(shown) > (cell->header ? 24 : 48);
    return sentence && align == ALIGN_START ? "w" : classes[align];
}

static bool has_spans(const struct table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table->rows[r].kind != ROW_GROUP &&
                (table->rows[r].cells[c].span > 1 || table->rows[r].cells[c].rows > 1))
                return true;
    return false;
}

/* A table of words, with one column of numbers or shapes at most: nothing in it is compared from column to column, so
 * that on a phone each row can stand as a card. */
static bool stacks(const struct table *table)
{
    size_t others = 0;
    bool words = table->column_count >= STACK_LEAST && !table->explore && !has_spans(table);
    for (size_t c = 0; c < table->column_count && words; c++) {
        others += table->columns[c].align != ALIGN_START;
        words = !table->columns[c].latest && others <= (c && table->column_count > STACK_LEAST);
    }
    return words;
}

static void cell(struct html *html, const struct table *table, const struct table_row *row, size_t column,
                 const struct column_look *look)
{
    const struct cell *of = &row->cells[column];
    bool header = of->header || row->kind == ROW_GROUP;
    header = header && of->kind != CELL_EMPTY;
    html_add(html, header ? "<th" : "<td");
    if (header)
        html_attribute(html, "scope", row->kind == ROW_GROUP ? STR("rowgroup") : STR("row"));
    html_attribute(html, "class", str_of(class_of(html, of, table->columns[column].align)));
    if (of->span > 1)
        buffer_print(&html->out, " colspan=\"%u\"", (unsigned)of->span);
    if (of->rows > 1)
        buffer_print(&html->out, " rowspan=\"%u\"", (unsigned)of->rows);
    if (row->kind != ROW_GROUP && of->kind != CELL_EMPTY)
        html_attribute(html, "data-l", look->label);
    bool group = header && row->kind == ROW_GROUP; /* its name stays where the reader is */
    html_add(html, group ? "><span>" : ">");
    content(html, of, look->room);
    html_add(html, group ? "</span></th>" : header ? "</th>" : "</td>");
}

static void row(struct html *html, const struct table *table, const struct table_row *of,
                const struct column_look *looks)
{
    html_add(html, of->kind == ROW_TOTAL                             ? "<tr class=\"total\">"
                   : of->kind == ROW_GROUP                           ? "<tr class=\"group\">"
                   : table->explore && of->about == SUBJECT_LAUREATE ? "<tr data-of=\"laureate\">"
                                                                     : "<tr>");
    for (size_t c = 0; c < table->column_count;) {
        if (!of->cells[c].covered)
            cell(html, table, of, c, &looks[c]);
        c += of->cells[c].span > 1 ? of->cells[c].span : 1;
    }
    html_add(html, "</tr>\n");
}

static const struct column_look *looks_of(struct html *html, const struct table *table)
{
    struct column_look *looks = ARENA_ARRAY(html->arena, struct column_look, table->column_count);
    bool cards = stacks(table);
    for (size_t c = 0; c < table->column_count; c++) {
        const struct table_column *column = &table->columns[c];
        looks[c].room = mark_length(table, c);
        if (cards && c) /* the first cell is what the card is about */
            looks[c].label = column->title ? node_plain(html->arena, column->title) : column->name;
    }
    return looks;
}

/* Every group has its body, so that its header is scoped to it. */
static void rows(struct html *html, const struct table *table)
{
    const struct column_look *looks = looks_of(html, table);
    html_add(html, "<tbody>\n");
    for (size_t r = 0; r < table->row_count; r++) {
        if (r && table->rows[r].kind == ROW_GROUP)
            html_add(html, "</tbody>\n<tbody>\n");
        row(html, table, &table->rows[r], looks);
    }
    html_add(html, "</tbody>\n");
}

static void column_head(struct html *html, const struct table_column *column, bool sorts)
{
    bool empty = !column->title || !column->title->first;
    html_add(html, empty && !column->name.length ? "<td" : "<th scope=\"col\"");
    const char *now =
        column->latest ? str_print(html->arena, "%s now", classes[column->align]).at : classes[column->align];
    html_attribute(html, "class", str_of(now));
    html_add(html, column->sortable && sorts ? " data-sort>" : ">");
    if (!empty)
        html_blocks(html, column->title, true);
    else
        html_text(html, column->name);
    html_add(html, empty && !column->name.length ? "</td>" : "</th>");
}

static void notes(struct html *html, const struct table *table)
{
    if (table->note) {
        html_add(html, "<div class=\"tnote\">");
        html_blocks(html, table->note, false);
        html_add(html, "</div>\n");
    }
    if (table->audience_note.length) {
        html_add(html, "<p class=\"tnote\">");
        html_sentence(html, table->audience_note);
        html_add(html, "</p>\n");
    }
}

void html_table(struct html *html, const struct table *table)
{
    if (table->sources) {
        html_sources(html);
        return;
    }
    bool sorts = table->row_count > 2 && !has_spans(table);
    struct str id = html_id(html, table->id.length ? table->id : table->caption);
    if (table->column_count >= HINT_LEAST) {
        html_add(html, "<p class=\"hint\" aria-hidden=\"true\">");
        html_word(html, "scroll_hint");
        html_add(html, "</p>\n");
    }
    html_add(html, stacks(table) ? "<div class=\"t words\"" : "<div class=\"t\"");
    html_add(html, " role=\"region\" tabindex=\"0\"");
    html_attribute(html, "id", id);
    struct str caption = table->caption.length ? table->caption : document_word(html->document, "table");
    html_attribute(html, "aria-label", html_region(html, caption));
    bool filters = sorts && table->row_count >= FILTER_LEAST && !table->explore;
    html->explores = html->explores || table->explore;
    html_add(html, table->explore ? " data-explore" : filters ? " data-filter" : "");
    html_add(html, ">\n<table>\n");
    if (table->caption.length) {
        html_add(html, "<caption><span>");
        html_sentence(html, table->caption);
        html_add(html, "</span></caption>\n");
    }
    html_add(html, "<thead><tr>");
    for (size_t c = 0; c < table->column_count; c++)
        column_head(html, &table->columns[c], sorts);
    html_add(html, "</tr></thead>\n");
    rows(html, table);
    html_add(html, "</table></div>\n");
    notes(html, table);
}
