/* The sheets of a form that hold words: how to fill it, the narrative, the needs, and the hidden one that says whose it
 * is. */
#include "book.h"
#include "form.h"

static struct str w(const struct form_writing *f, enum form_word word)
{
    return form_word(f->language, word);
}

static struct str laureate_name(const struct form_writing *f)
{
    return f->facts->laureates.at[f->laureate].name;
}

/* ---- the front ---- */

void form_put_front(const struct form_writing *f)
{
    static const enum form_word paragraphs[] = {WORD_HOW_FILL, WORD_HOW_STATUS, WORD_HOW_EMPTY, WORD_HOW_RETURN};
    static const enum form_word sheets[] = {WORD_MEASURES, WORD_NARRATIVE, WORD_NEEDS};
    struct sheet *sheet = book_sheet(f->book, w(f, WORD_READ_ME), NULL);
    book_width(sheet, 0, 0, 74);
    book_text(sheet, 0, 0, w(f, WORD_TITLE), BOOK_TITLE);
    book_height(sheet, 0, 28);
    book_text(sheet, 1, 0, laureate_name(f), BOOK_SUBTITLE);
    book_text(sheet, 2, 0, show_period(f->arena, f->facts, f->period, PERIOD_LONG), BOOK_SUBTITLE);
    book_text(sheet, 3, 0, f->facts->programme.name, BOOK_NOTE);
    for (uint32_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
        book_text(sheet, 5 + i, 0, w(f, paragraphs[i]), BOOK_PLAIN);
        book_lines(sheet, 5 + i, text_lines(w(f, paragraphs[i]), 74));
    }
    for (uint32_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        book_link(sheet, 10 + i, 0, w(f, sheets[i]), w(f, sheets[i]));
    book_page(sheet, (struct book_page){.columns = 0});
    book_protect(sheet);
}

/* ---- the narrative ---- */

/* A cell holds 32 767 signs; what is longer stays in its file. */
#define PART_BYTES_MAX 32000

static void put_part(const struct form_writing *f, struct sheet *sheet, enum narrative_part part)
{
    struct str text = f->narrative->part[part];
    uint32_t row = NARRATIVE_PART_ROW(part);
    unsigned lines = text_lines(text, 100);
    book_text(sheet, row, 0, narrative_heading(part, f->language), BOOK_STRONG);
    book_text(sheet, row, 1, text.length <= PART_BYTES_MAX ? text : STR_NONE, BOOK_INPUT);
    book_height(sheet, row, lines < 7 ? 90 : lines < 30 ? 13.0 * lines : 400);
}

void form_put_narrative(const struct form_writing *f)
{
    struct sheet *sheet = book_sheet(f->book, w(f, WORD_NARRATIVE), NULL);
    struct book_entry date = {.kind = ENTRY_DATE, .refusal = w(f, WORD_REFUSED_DATE)};
    book_width(sheet, 0, 0, 30);
    book_width(sheet, 1, 1, 100);
    book_text(sheet, 0, 0, laureate_name(f), BOOK_SUBTITLE);
    book_text(sheet, 1, 0, w(f, WORD_NARRATIVE_HOW), BOOK_ASIDE);
    book_text(sheet, NARRATIVE_DATE_ROW, 0, w(f, WORD_RECEIVED), BOOK_STRONG);
    book_date(sheet, NARRATIVE_DATE_ROW, 1, f->narrative->received_on, BOOK_INPUT);
    book_entry(sheet, (struct range){NARRATIVE_DATE_ROW, 1, NARRATIVE_DATE_ROW, 1}, &date);
    for (int part = PART_HIGHLIGHTS; part < PART_COUNT; part++)
        put_part(f, sheet, (enum narrative_part)part);
    book_page(sheet, (struct book_page){.columns = 0, .landscape = true});
    book_protect(sheet);
}

/* ---- needs ---- */

/* A choice that may be left for another word. */
static void suggest(const struct form_writing *f, struct sheet *sheet, struct range range, const struct strs *words)
{
    struct book_entry entry = {.kind = ENTRY_LIST, .gently = true, .choices = words->at, .choice_count = words->count};
    size_t length = 0;
    for (size_t i = 0; i < words->count; i++)
        length += words->at[i].length + 1;
    (void)f;
    /* A list stands in 255 signs or not at all; a comma would cut one of its words in two. */
    if (words->count && length < 250)
        book_entry(sheet, range, &entry);
}

static void add_word(struct arena *arena, struct strs *words, struct str word)
{
    for (size_t i = 0; i < words->count; i++)
        if (name_equal(words->at[i], word))
            return;
    if (word.length && str_index(word, ',', 0) == word.length && str_index(word, '"', 0) == word.length)
        *PUSH(arena, words) = word;
}

/* The kinds of needs that the programme knows. */
static struct strs need_types(const struct form_writing *f)
{
    struct strs words = {NULL, 0, 0};
    for (size_t i = 1; i < f->facts->needs.count; i++)
        add_word(f->arena, &words, f->facts->needs.at[i].type);
    return words;
}

/* The first word of each stands for those that mean the same. */
static struct strs urgencies(const struct form_writing *f)
{
    struct strs words = {NULL, 0, 0};
    for (const struct choice *c = urgency_choices; c->value; c++)
        if (c == urgency_choices || c->value != c[-1].value)
            add_word(f->arena, &words, f->language == LANGUAGE_FR ? c->fr : c->en);
    for (size_t i = 1; i < f->facts->needs.count; i++)
        add_word(f->arena, &words, f->facts->needs.at[i].urgency);
    return words;
}

static void put_need(const struct form_writing *f, struct sheet *sheet, uint32_t row, const struct need *need)
{
    struct str shareable = need->shareable == ANSWER_YES  ? w(f, WORD_YES)
                           : need->shareable == ANSWER_NO ? w(f, WORD_NO)
                                                          : STR_NONE;
    book_text(sheet, row, NEED_TYPE, need->type, BOOK_INPUT);
    book_text(sheet, row, NEED_TEXT, need->text, BOOK_INPUT);
    book_text(sheet, row, NEED_URGENCY, need->urgency, BOOK_INPUT);
    book_text(sheet, row, NEED_SHAREABLE, shareable, BOOK_INPUT);
    book_text(sheet, row, NEED_CODE, need->id, BOOK_NOTE);
    unsigned lines = text_lines(need->text, 74);
    book_lines(sheet, row, lines > 2 ? lines : 2);
}

/* What was told for this period, then empty rows. */
static uint32_t put_need_rows(const struct form_writing *f, struct sheet *sheet)
{
    static const struct need none = {.shareable = ANSWER_NONE};
    uint32_t row = FORM_HEADER_ROW + 1;
    for (size_t i = 1; i < f->facts->needs.count; i++)
        if (f->facts->needs.at[i].laureate.index == f->laureate &&
            period_equal(f->facts->needs.at[i].period, f->period))
            put_need(f, sheet, row++, &f->facts->needs.at[i]);
    for (int i = 0; i < NEED_ROWS; i++)
        put_need(f, sheet, row++, &none);
    return row;
}

void form_put_needs(const struct form_writing *f)
{
    static const double widths[NEED_COLUMNS] = {24, 74, 14, 14, 10};
    struct sheet *sheet = book_sheet(f->book, w(f, WORD_NEEDS), NULL);
    struct str answers[] = {w(f, WORD_YES), w(f, WORD_NO)};
    struct book_entry yes_no = {
        .kind = ENTRY_LIST, .choices = answers, .choice_count = 2, .refusal = w(f, WORD_REFUSED_LIST)};
    struct strs types = need_types(f), urgency = urgencies(f);
    book_text(sheet, 0, 0, laureate_name(f), BOOK_TITLE);
    book_height(sheet, 0, 28);
    book_text(sheet, 1, 0, show_period(f->arena, f->facts, f->period, PERIOD_LONG), BOOK_SUBTITLE);
    book_text(sheet, 2, 0, w(f, WORD_NEEDS_HOW), BOOK_ASIDE);
    for (uint16_t c = 0; c < NEED_COLUMNS; c++) {
        book_text(sheet, FORM_HEADER_ROW, c, w(f, (enum form_word)(WORD_NEED_TYPE + c)), BOOK_HEADER);
        book_width(sheet, c, c, widths[c]);
    }
    book_lines(sheet, FORM_HEADER_ROW, 2);
    uint32_t first = FORM_HEADER_ROW + 1, last = put_need_rows(f, sheet) - 1;
    suggest(f, sheet, (struct range){first, NEED_TYPE, last, NEED_TYPE}, &types);
    suggest(f, sheet, (struct range){first, NEED_URGENCY, last, NEED_URGENCY}, &urgency);
    book_entry(sheet, (struct range){first, NEED_SHAREABLE, last, NEED_SHAREABLE}, &yes_no);
    book_page(sheet, (struct book_page){.header_row = FORM_HEADER_ROW, .columns = NEED_COLUMNS, .landscape = true});
    book_protect(sheet);
}

/* ---- whose form it is ---- */

/* For the import: hidden, and protected like the rest. */
void form_put_mark(const struct form_writing *f)
{
    const struct str lines[] = {STR(FORM_VERSION), f->facts->programme.code, f->facts->laureates.at[f->laureate].id,
                                period_name(f->arena, f->period, f->facts->programme.year_start)};
    struct sheet *sheet = book_sheet(f->book, STR(FORM_MARK), NULL);
    for (uint32_t i = 0; i < sizeof lines / sizeof *lines; i++)
        book_text(sheet, i, 0, lines[i], BOOK_PLAIN);
    book_protect(sheet);
    book_hide(sheet);
}
