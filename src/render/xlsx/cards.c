/* The sheet of key figures: a row a card, its value a number or a formula. */
#include "names.h"
#include "sheets.h"

#define LABEL_WIDTH 40

/* What stands beside the label and the value of a card. */
enum card_text { CARD_UNIT, CARD_BASIS, CARD_CHANGE, CARD_GAP, CARD_TEXTS };
static const struct {
    const char *word;
    double width;
} card_columns[CARD_TEXTS] = {{"unit", 14}, {"basis", 16}, {"change", 26}, {"gap", 46}};

static struct cell card_value(const struct writing *w, const struct card *card)
{
    const struct provenance *p = document_provenance(w->document, card->key);
    struct cell value = {.kind = CELL_TEXT, .shown = card->value, .key = card->key};
    if (card->figure && card->figure->value.is && p && !shown_in_words(card->value)) {
        value.kind = CELL_NUMBER;
        value.number = card->figure->value;
        value.unit = p->unit;
        value.decimals = p->decimals;
    }
    return value;
}

static struct str card_text(const struct writing *w, const struct card *card, enum card_text which)
{
    struct cell value = card_value(w, card);
    bool apart = value.kind == CELL_NUMBER && number_divisor(value.unit) == 1; /* else it is in the number's format */
    const struct str texts[CARD_TEXTS] = {apart ? value.unit : STR_NONE, card->mark, card->change, card->gap};
    return texts[which];
}

/* Columns that no card fills are left out. */
static size_t card_texts_shown(const struct writing *w, const struct node *node, enum card_text *shown)
{
    size_t count = 0;
    for (enum card_text text = 0; text < CARD_TEXTS; text++) {
        bool any = false;
        for (size_t i = 0; i < node->card_count; i++)
            any = any || card_text(w, &node->cards[i], text).length;
        if (any)
            shown[count++] = text;
    }
    return count;
}

/* As high as whatever it says at most length; labels of real programmes take three lines. */
static unsigned card_lines(const struct writing *w, const struct card *card, const enum card_text *shown, size_t count)
{
    unsigned most = text_lines(card->label, LABEL_WIDTH);
    for (size_t i = 0; i < count; i++) {
        unsigned lines = text_lines(card_text(w, card, shown[i]), card_columns[shown[i]].width);
        most = lines > most ? lines : most;
    }
    return most;
}

static void put_card(struct writing *w, struct sheet *sheet, uint32_t row, const struct card *card,
                     const enum card_text *shown, size_t count)
{
    struct cell value = card_value(w, card);
    book_lines(sheet, row, card_lines(w, card, shown, count));
    book_text(sheet, row, 0, card->label, BOOK_ROW_HEADER);
    sheet_cell(w, sheet, row, 1, &value, BOOK_STRONG);
    for (uint16_t c = 0; c < count; c++)
        book_text(sheet, row, (uint16_t)(c + 2), card_text(w, card, shown[c]), BOOK_PLAIN);
}

void put_cards(struct writing *w, const struct node *node)
{
    const struct document *d = w->document;
    uint32_t top;
    struct str caption = document_word(d, "headlines");
    struct sheet *sheet = sheet_open(w, caption, caption, &top);
    enum card_text shown[CARD_TEXTS];
    uint16_t count = (uint16_t)card_texts_shown(w, node, shown);
    struct str headers[2 + CARD_TEXTS] = {document_word(d, "figure"), document_word(d, "value")};
    enum book_style looks[2 + CARD_TEXTS] = {BOOK_HEADER, BOOK_HEADER_NUMBER};
    book_width(sheet, 0, 0, LABEL_WIDTH);
    book_width(sheet, 1, 1, 16);
    for (uint16_t c = 0; c < count; c++) {
        headers[2 + c] = document_word(d, card_columns[shown[c]].word);
        looks[2 + c] = BOOK_HEADER;
        book_width(sheet, (uint16_t)(c + 2), (uint16_t)(c + 2), card_columns[shown[c]].width);
    }
    book_table(sheet, (struct range){top, 0, top + (uint32_t)node->card_count, (uint16_t)(count + 1)}, headers, looks);
    for (uint32_t i = 0; i < node->card_count; i++)
        put_card(w, sheet, top + 1 + i, &node->cards[i], shown, count);
    book_page(sheet, (struct book_page){.header_row = top, .columns = (uint16_t)(count + 2), .landscape = true});
}
