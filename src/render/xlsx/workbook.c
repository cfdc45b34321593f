/* A document as a workbook: a front sheet that says how to read it, one sheet a table, the observations that formulas
 * add up, and where every figure comes from. */
#include "sheets.h"

#include "render/formats.h"

/* Above this the workbook is written in constant memory: 288 MB against 4 for 200 000 rows. */
#define ROWS_IN_MEMORY 100000

/* The annex of sources is left to the sheet that has it whole. */
static const struct table *table_of(const struct node *node)
{
    const struct table *table = node->kind == NODE_TABLE   ? node->table
                                : node->kind == NODE_CHART ? node->chart->table
                                                           : NULL;
    return table && table->column_count && table->row_count && !table->dense ? table : NULL;
}

static void put_body(struct writing *w)
{
    for (const struct node *node = w->document->body; node; node = node_walk(w->document->body, node)) {
        if (node->kind == NODE_CARDS && node->card_count)
            put_cards(w, node);
        else if (table_of(node))
            put_table(w, table_of(node), node->kind == NODE_CHART ? node->chart : NULL);
    }
}

/* ---- the front sheet ---- */

#define FRONT_WIDTH 74

static void put_paragraph(struct sheet *front, uint32_t row, struct str text, enum book_style style)
{
    book_text(front, row, 0, text, style);
    book_lines(front, row, text_lines(text, FRONT_WIDTH));
}

static uint32_t put_head(struct writing *w, struct sheet *front)
{
    const struct document *d = w->document;
    const struct str lines[] = {d->programme, d->edition, d->audience_name, d->author, d->licence};
    uint32_t row = 0;
    book_height(front, 0, 28);
    book_text(front, row++, 0, d->title, BOOK_TITLE);
    if (d->subtitle.length)
        book_text(front, row++, 0, d->subtitle, BOOK_SUBTITLE);
    if (d->draft) {
        book_text(front, row++, 0, document_word(d, "draft"), BOOK_DRAFT);
        book_text(front, row++, 0, document_word(d, "draft_note"), BOOK_ASIDE);
    }
    if (d->description.length)
        put_paragraph(front, ++row, d->description, BOOK_PLAIN);
    row += 2;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (lines[i].length)
            book_text(front, row++, 0, lines[i], BOOK_NOTE);
    return row + 1;
}

static uint32_t put_draft_errors(struct writing *w, struct sheet *front, uint32_t row)
{
    const struct document *d = w->document;
    for (const struct node *node = d->body; d->draft && node; node = node_walk(d->body, node))
        if (node->kind == NODE_CALLOUT && node->tone == TONE_DRAFT)
            put_paragraph(front, row++, node_plain(w->arena, node), BOOK_PLAIN);
    return row;
}

static uint32_t put_reading(struct writing *w, struct sheet *front, uint32_t row)
{
    const struct document *d = w->document;
    book_text(front, row++, 0, document_word(d, "how_to_read"), BOOK_HEADING);
    put_paragraph(front, row++, document_word(d, "how_tables"), BOOK_PLAIN);
    if (d->legend.count)
        book_text(front, row++, 0, document_word(d, "how_signs"), BOOK_PLAIN);
    for (size_t i = 0; i < d->legend.count; i++)
        book_text(front, row++, 0, d->legend.at[i], BOOK_PLAIN);
    if (d->source_row_count) {
        put_paragraph(front, row++, document_word(d, "how_formulas"), BOOK_PLAIN);
        put_paragraph(front, row++, document_word(d, "how_constants"), BOOK_PLAIN);
    }
    if (d->provenance_count)
        put_paragraph(front, row++,
                      d->audience == AUDIENCE_INTERNAL ? document_word(d, "how_sources")
                                                       : document_word(d, "how_sources_shared"),
                      BOOK_PLAIN);
    return row + 1;
}

static void put_front(struct writing *w, struct sheet *front)
{
    book_width(front, 0, 0, FRONT_WIDTH);
    uint32_t row = put_head(w, front);
    row = put_reading(w, front, put_draft_errors(w, front, row));
    book_text(front, row++, 0, document_word(w->document, "sheets"), BOOK_HEADING);
    for (size_t i = 0; i < w->entries.count; i++)
        book_link(front, row++, 0, w->entries.at[i].sheet, w->entries.at[i].text);
    book_page(front, (struct book_page){.columns = 0});
}

/* ---- the whole ---- */

static struct book_about about_of(struct writing *w)
{
    const struct document *d = w->document;
    return (struct book_about){
        .title =
            d->subtitle.length ? str_print(w->arena, "%.*s, %.*s", STR_ARG(d->title), STR_ARG(d->subtitle)) : d->title,
        .subject = d->description.length ? d->description : d->subtitle,
        .author = d->author,
        .company = d->programme,
        .comments = d->edition,
        .language = d->language,
        .date = d->date,
        .accent = colour_readable(w->style.series[0], 0xFFFFFF, 4.5),
        .draft = d->draft ? document_word(d, "draft") : STR_NONE,
        .lean = d->source_row_count > ROWS_IN_MEMORY,
    };
}

bool xlsx_render(struct arena *arena, struct render_device *device, const struct document *document, struct str *bytes,
                 struct diagnostics *diagnostics)
{
    (void)device;
    (void)diagnostics;
    struct writing w = {.arena = arena, .document = document, .style = chart_style_of(document->theme, 500000)};
    struct book_about about = about_of(&w);
    w.book = book_new(arena, &about);
    w.formulas = ARENA_ARRAY(arena, struct formula, document->provenance_count + 1);
    for (size_t i = 0; i < document->provenance_count; i++)
        w.formulas[i] = formula_of(arena, document, &document->provenances[i]);
    struct sheet *front = book_sheet(w.book, document_word(document, "read_me"), NULL);
    put_body(&w);
    put_sources(&w);
    put_observations(&w);
    put_front(&w, front);
    return book_close(w.book, bytes);
}
