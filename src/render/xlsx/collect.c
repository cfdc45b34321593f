/* The form that one laureate fills for one period: what is expected of it and nothing else. */
#include "book.h"
#include "form.h"
#include "names.h"

#include "chart/chart.h"

static struct str w(const struct form_writing *f, enum form_word word)
{
    return form_word(f->language, word);
}

/* ---- what stands there ---- */

static void put_decimal(const struct form_writing *f, struct sheet *sheet, uint32_t row, uint16_t column, int64_t units,
                        uint8_t scale)
{
    struct decimal value = {units, scale};
    book_number(sheet, row, column, decimal_double(value),
                number_format(f->arena, STR_NONE, scale < 6 ? scale : 6, f->language), BOOK_INPUT);
}

static void put_value(const struct form_writing *f, struct sheet *sheet, uint32_t at, const struct form_row *row,
                      const struct observation *o)
{
    const struct note *note = &f->facts->notes.at[o->note];
    if (o->filled & (FILLED_YES | FILLED_NO))
        book_text(sheet, at, FORM_VALUE, w(f, o->filled & FILLED_YES ? WORD_YES : WORD_NO), BOOK_INPUT);
    else if (o->filled & FILLED_TEXT)
        book_text(sheet, at, FORM_VALUE, note->text, BOOK_INPUT);
    else if (o->filled & FILLED_VALUE && !row->has_answer)
        put_decimal(f, sheet, at, FORM_VALUE, o->first, o->first_scale);
    if (o->filled & FILLED_NUMERATOR)
        put_decimal(f, sheet, at, FORM_NUMERATOR, o->first, o->first_scale);
    if (o->filled & (FILLED_DENOMINATOR | FILLED_N))
        put_decimal(f, sheet, at, FORM_DENOMINATOR, o->second, o->second_scale);
    if (o->filled & FILLED_DATE && date_is(note->date))
        book_date(sheet, at, FORM_DATE, note->date, BOOK_INPUT);
    if (o->status != STATUS_EMPTY && o->status != STATUS_FINAL)
        book_text(sheet, at, FORM_STATUS, status_mark((enum observation_status)o->status), BOOK_INPUT);
    if (note->reason.length || note->comment.length)
        book_text(sheet, at, FORM_REASON, note->reason.length ? note->reason : note->comment, BOOK_INPUT);
}

/* The period before, in words: a value, its parts, a status. */
static struct str previous(const struct form_writing *f, const struct form_row *row)
{
    struct form_row before = *row;
    before.period = period_next(row->period, -1);
    const struct observation *o = form_observation(f->facts, f->laureate, &before);
    if (!o)
        return w(f, WORD_PREVIOUS_NONE);
    struct decimal first = {o->first, o->first_scale}, second = {o->second, o->second_scale};
    struct buffer text = {.arena = f->arena};
    if (o->filled & (FILLED_YES | FILLED_NO))
        buffer_add(&text, w(f, o->filled & FILLED_YES ? WORD_YES : WORD_NO));
    if (o->filled & FILLED_TEXT)
        buffer_add(&text, text_units(f->arena, f->facts->notes.at[o->note].text, 120));
    if (o->filled & (FILLED_VALUE | FILLED_NUMERATOR) && !row->has_answer)
        buffer_add(&text, show_decimal(f->arena, first, first.scale, f->language));
    if (o->filled & FILLED_DENOMINATOR)
        buffer_print(&text, " / %.*s", STR_ARG(show_decimal(f->arena, second, second.scale, f->language)));
    if (o->filled & FILLED_N)
        buffer_print(&text, row->has_answer ? "%.*s" : " (n = %.*s)",
                     STR_ARG(show_decimal(f->arena, second, second.scale, f->language)));
    if (o->status != STATUS_FINAL && o->status != STATUS_EMPTY)
        buffer_print(&text, "%s%.*s", text.count ? " " : "",
                     STR_ARG(form_status_words(f->language, (enum observation_status)o->status)));
    return text.count ? buffer_str(&text) : w(f, WORD_PREVIOUS_NONE);
}

/* ---- what may be entered ---- */

static struct book_entry number_entry(const struct form_writing *f, const struct indicator *indicator, bool part)
{
    struct book_entry entry = {
        .kind = indicator->integer == ANSWER_YES || part ? ENTRY_INTEGER : ENTRY_NUMBER,
        .title = text_units(f->arena, indicator->short_label.length ? indicator->short_label : indicator->label, 32),
        .advice = indicator->definition,
        .refusal = w(f, WORD_REFUSED_NUMBER)};
    if (part) {
        entry.kind = ENTRY_NUMBER;
        entry.has_least = true;
    } else {
        entry.has_least = indicator->min.is;
        entry.has_most = indicator->max.is;
        entry.least = indicator->min.is ? decimal_double(decimal_of(indicator->min.number)) : 0;
        entry.most = indicator->max.is ? decimal_double(decimal_of(indicator->max.number)) : 0;
    }
    return entry;
}

static void put_entries(const struct form_writing *f, struct sheet *sheet, uint32_t at,
                        const struct indicator *indicator, unsigned inputs)
{
    const struct str answers[] = {w(f, WORD_YES), w(f, WORD_NO)};
    struct str letters[STATUS_EMPTY];
    size_t letter_count = 0;
    for (int s = STATUS_PROVISIONAL; s <= STATUS_WITHHELD; s++)
        letters[letter_count++] = status_mark((enum observation_status)s);
    struct book_entry number = number_entry(f, indicator, false), part = number_entry(f, indicator, true);
    struct book_entry yes_no = {
        .kind = ENTRY_LIST, .choices = answers, .choice_count = 2, .refusal = w(f, WORD_REFUSED_LIST)};
    struct book_entry status = {
        .kind = ENTRY_LIST, .choices = letters, .choice_count = letter_count, .refusal = w(f, WORD_REFUSED_LIST)};
    struct book_entry date = {.kind = ENTRY_DATE, .refusal = w(f, WORD_REFUSED_DATE)};
    bool answered = indicator->type == TYPE_YES_NO || indicator->type == TYPE_MILESTONE;
    if (inputs & 1u << FORM_VALUE && indicator->type != TYPE_TEXT)
        book_entry(sheet, (struct range){at, FORM_VALUE, at, FORM_VALUE}, answered ? &yes_no : &number);
    for (uint16_t c = FORM_NUMERATOR; c <= FORM_DENOMINATOR; c++)
        if (inputs & 1u << c)
            book_entry(sheet, (struct range){at, c, at, c}, &part);
    if (inputs & 1u << FORM_DATE)
        book_entry(sheet, (struct range){at, FORM_DATE, at, FORM_DATE}, &date);
    if (inputs & 1u << FORM_STATUS)
        book_entry(sheet, (struct range){at, FORM_STATUS, at, FORM_STATUS}, &status);
}

/* ---- the sheet of measures ---- */

static struct str category_words(const struct form_writing *f, const struct form_row *row)
{
    const struct category *category = &f->facts->categories.at[row->category];
    if (row->has_answer)
        return str_print(f->arena, "%.*s %lld", STR_ARG(w(f, WORD_ANSWER)), (long long)row->answer);
    const struct dimension *dimension = &f->facts->dimensions.at[category->dimension_index];
    struct str name = dimension->label.length ? dimension->label : category->dimension;
    return row->category
               ? str_print(f->arena, f->language == LANGUAGE_FR ? "%.*s\u00A0: %.*s" : "%.*s: %.*s", STR_ARG(name),
                           STR_ARG(category->label.length ? category->label : category->category))
               : STR_NONE;
}

static const double widths[FORM_COLUMNS] = {40, 22, 12, 10, 17, 14, 13, 17, 13, 9, 34, 70, 22, 12, 22};

/* As high as the words of its row, and more for an answer in words. */
static unsigned row_lines(const struct form_writing *f, const struct form_row *row, bool first)
{
    const struct indicator *indicator = &f->facts->indicators.at[row->indicator];
    const unsigned lines[] = {
        text_lines(indicator->label, widths[FORM_LABEL]), text_lines(category_words(f, row), widths[FORM_CATEGORY]),
        first ? text_lines(indicator->definition, widths[FORM_DEFINITION]) : 1, indicator->type == TYPE_TEXT ? 5 : 1};
    unsigned most = 1;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        most = lines[i] > most ? lines[i] : most;
    return most;
}

static void put_row(const struct form_writing *f, struct sheet *sheet, const struct form_row *row, bool first)
{
    const struct indicator *indicator = &f->facts->indicators.at[row->indicator];
    unsigned inputs = form_inputs(indicator);
    const struct observation *o = form_observation(f->facts, f->laureate, row);
    bool unit = indicator->type != TYPE_RATIO && indicator->type != TYPE_SCORE;
    book_text(sheet, row->row, FORM_LABEL, indicator->label, first ? BOOK_STRONG : BOOK_NOTE);
    book_text(sheet, row->row, FORM_CATEGORY, category_words(f, row), BOOK_PLAIN);
    book_text(sheet, row->row, FORM_UNIT, unit ? indicator->unit : STR_NONE, BOOK_PLAIN);
    book_text(sheet, row->row, FORM_PERIOD, show_period(f->arena, f->facts, row->period, PERIOD_SHORT), BOOK_PLAIN);
    book_text(sheet, row->row, FORM_PREVIOUS, previous(f, row), BOOK_NOTE);
    for (uint16_t c = FORM_VALUE; c <= FORM_REASON; c++)
        book_blank(sheet, row->row, c, inputs & 1u << c ? BOOK_INPUT : BOOK_PLAIN);
    /* Words need room: the cells beside them have nothing to hold. */
    if (indicator->type == TYPE_TEXT)
        book_merge(sheet, (struct range){row->row, FORM_VALUE, row->row, FORM_DATE}, STR_NONE, BOOK_INPUT);
    if (o)
        put_value(f, sheet, row->row, row, o);
    put_entries(f, sheet, row->row, indicator, inputs);
    book_text(sheet, row->row, FORM_DEFINITION, first ? indicator->definition : STR_NONE, BOOK_NOTE);
    book_text(sheet, row->row, FORM_CODE, indicator->id, BOOK_NOTE);
    book_text(sheet, row->row, FORM_CODE_PERIOD, period_name(f->arena, row->period, f->facts->programme.year_start),
              BOOK_NOTE);
    book_text(sheet, row->row, FORM_CODE_CATEGORY, form_category(f->arena, f->facts, row), BOOK_NOTE);
    book_lines(sheet, row->row, row_lines(f, row, first));
}

static void put_measures(const struct form_writing *f, const struct form_rows *rows)
{
    struct sheet *sheet = book_sheet(f->book, w(f, WORD_MEASURES), NULL);
    book_text(sheet, 0, 0, f->facts->laureates.at[f->laureate].name, BOOK_TITLE);
    book_height(sheet, 0, 28);
    book_text(sheet, 1, 0, show_period(f->arena, f->facts, f->period, PERIOD_LONG), BOOK_SUBTITLE);
    book_text(sheet, 2, 0, w(f, WORD_HOW_EMPTY), BOOK_ASIDE);
    for (uint16_t c = 0; c < FORM_COLUMNS; c++) {
        bool number = c >= FORM_VALUE && c <= FORM_DENOMINATOR;
        book_text(sheet, FORM_HEADER_ROW, c, form_header(f->language, (enum form_column)c),
                  number ? BOOK_HEADER_NUMBER : BOOK_HEADER);
        book_width(sheet, c, c, widths[c]);
    }
    book_lines(sheet, FORM_HEADER_ROW, 2);
    for (size_t i = 0; i < rows->count; i++)
        put_row(f, sheet, &rows->at[i], !i || rows->at[i].indicator != rows->at[i - 1].indicator);
    book_page(
        sheet,
        (struct book_page){
            .header_row = FORM_HEADER_ROW, .columns = FORM_COLUMNS, .row_titles = 2, .landscape = true, .large = true});
    book_protect(sheet);
}

/* ---- the whole ---- */

bool render_form(struct arena *arena, const struct measures *measures, uint32_t laureate, struct period period,
                 const struct form_narrative *narrative, struct str *bytes)
{
    const struct facts *facts = measure_facts(measures);
    struct form_writing f = {arena, NULL, measures, facts, facts->programme.language, laureate, period, narrative};
    struct chart_style style = chart_style_of(&facts->programme.theme, 500000);
    struct form_rows rows = form_rows(arena, measures, laureate, period);
    struct book_about about = {.title = w(&f, WORD_TITLE),
                               .subject = facts->laureates.at[laureate].name,
                               .author = facts->programme.coordination,
                               .company = facts->programme.name,
                               .comments = show_period(arena, facts, period, PERIOD_LONG),
                               .language = f.language,
                               .date = facts->programme.edition_date,
                               .accent = colour_readable(style.series[0], 0xFFFFFF, 4.5)};
    f.book = book_new(arena, &about);
    form_put_front(&f);
    put_measures(&f, &rows);
    form_put_narrative(&f);
    form_put_needs(&f);
    form_put_mark(&f);
    return book_close(f.book, bytes);
}
