/* Where figures come from: one row a figure, its value again as a formula where it follows from the observations, what
 * it is compared with, its rule, what it rests on and the cells it was read from. */
#include "names.h"
#include "sheets.h"

enum {
    AT_KEY,
    AT_FIGURE,
    AT_VALUE,
    AT_UNIT,
    AT_MADE,
    AT_BASIS,
    AT_BASELINE,
    AT_TARGET,
    AT_PROGRESS,
    AT_PREVIOUS,
    AT_CHANGE,
    AT_RULE,
    AT_COMPUTATION,
    AT_SOURCES,
    COLUMN_COUNT
};

static const struct {
    const char *word;
    double width;
} columns[COLUMN_COUNT] = {
    [AT_KEY] = {"key", 34},
    [AT_FIGURE] = {"figure", 40},
    [AT_VALUE] = {"value", 13},
    [AT_UNIT] = {"unit", 16},
    [AT_MADE] = {"how_made", 26},
    [AT_BASIS] = {"basis", 16},
    [AT_BASELINE] = {"baseline", 12},
    [AT_TARGET] = {"target", 12},
    [AT_PROGRESS] = {"progress", 13},
    [AT_PREVIOUS] = {"previous", 13},
    [AT_CHANGE] = {"change", 12},
    [AT_RULE] = {"rule", 36},
    [AT_COMPUTATION] = {"computation", 44},
    [AT_SOURCES] = {"sources", 50},
};

/* How a value stands there: catalogue rows by constant_reason. */
static const char *const made_words[CONSTANT_REASONS] = {
    [CONSTANT_NOT] = "made_formula",   [CONSTANT_NO_VALUE] = NULL,          [CONSTANT_MASKED] = "made_masked",
    [CONSTANT_RULE] = "made_constant", [CONSTANT_NO_ROWS] = "made_no_rows",
};

struct line {
    struct writing *w;
    struct sheet *sheet;
    const struct provenance *p;
    uint32_t at;
    double divisor;
    struct str format;
};

/* Without the last columns where no figure has anything to say there: what a reader may not know, all at once. */
static uint16_t columns_shown(const struct document *d)
{
    bool computed = false, located = false;
    for (size_t i = 0; i < d->provenance_count; i++) {
        computed = computed || d->provenances[i].computation.length;
        located = located || d->provenances[i].sources.count;
    }
    return located ? COLUMN_COUNT : computed ? AT_SOURCES : AT_COMPUTATION;
}

static struct str cell_of(const struct line *line, char column)
{
    return str_print(line->w->arena, "%c%u", column, line->at + 1);
}

static double in_cell(const struct line *line, struct quantity quantity)
{
    return quantity.approximate / line->divisor;
}

static void put_value(const struct line *line, const struct formula *formula)
{
    bool number = line->p->figure && line->p->figure->value.is;
    if (shown_in_words(line->p->value))
        book_text(line->sheet, line->at, AT_VALUE, line->p->value, number ? BOOK_STRONG : BOOK_END);
    else if (formula->constant == CONSTANT_NOT)
        book_formula(line->sheet, line->at, AT_VALUE, formula->text, formula->value, line->format, BOOK_STRONG);
    else if (number)
        book_number(line->sheet, line->at, AT_VALUE, formula->value, line->format, BOOK_STRONG);
    else
        book_text(line->sheet, line->at, AT_VALUE, line->p->value, BOOK_END);
}

static void put_number(const struct line *line, uint16_t column, struct quantity quantity)
{
    if (quantity.is)
        book_number(line->sheet, line->at, column, in_cell(line, quantity), line->format, BOOK_PLAIN);
    else
        book_blank(line->sheet, line->at, column, BOOK_PLAIN);
}

/* A level's way from its baseline to its target, or a flow's share of its target: whichever is the engine's. */
static void put_progress(const struct line *line)
{
    const struct figure *f = line->p->figure;
    struct arena *arena = line->w->arena;
    struct str format = number_format(arena, STR("%"), 0, line->w->document->language), text = STR_NONE;
    if (!f->progress.is)
        return;
    double value = in_cell(line, f->value), base = in_cell(line, f->baseline), target = in_cell(line, f->target);
    bool both = f->value.is && f->target.is;
    struct str c = cell_of(line, 'C'), g = cell_of(line, 'G'), h = cell_of(line, 'H');
    if (both && f->baseline.is && target != base &&
        numbers_agree((value - base) / (target - base), f->progress.approximate))
        text = str_print(arena, "=(%s-%s)/(%s-%s)", c.at, g.at, h.at, g.at);
    else if (both && target != 0 && numbers_agree(value / target, f->progress.approximate))
        text = str_print(arena, "=%s/%s", c.at, h.at);
    if (text.length)
        book_formula(line->sheet, line->at, AT_PROGRESS, text, f->progress.approximate, format, BOOK_PLAIN);
    else
        book_number(line->sheet, line->at, AT_PROGRESS, f->progress.approximate, format, BOOK_PLAIN);
}

/* The figure of the same period a year before, when the document has it too. */
static const struct provenance *year_before(const struct document *d, const struct provenance *p)
{
    const struct figure_key *key = &p->figure->key;
    struct period before = period_year_before(key->period);
    for (size_t i = 0; i < d->provenance_count; i++) {
        const struct figure_key *other = &d->provenances[i].figure->key;
        if (other->indicator == key->indicator && other->category == key->category && other->to_date == key->to_date &&
            other->subject.kind == key->subject.kind && other->subject.laureate == key->subject.laureate &&
            str_equal(other->subject.value, key->subject.value) && period_equal(other->period, before))
            return &d->provenances[i];
    }
    return NULL;
}

static void put_previous(const struct line *line)
{
    const struct figure *f = line->p->figure;
    const struct provenance *before = f->previous.is ? year_before(line->w->document, line->p) : NULL;
    struct str key;
    if (before && before->figure->value.is && !shown_in_words(before->value) &&
        formula_string(line->w->arena, before->key, &key) &&
        numbers_agree(before->figure->value.approximate, f->previous.approximate))
        book_formula(line->sheet, line->at, AT_PREVIOUS, formula_lookup(line->w->arena, line->w->document, key),
                     in_cell(line, f->previous), line->format, BOOK_PLAIN);
    else
        put_number(line, AT_PREVIOUS, f->previous);
}

static void put_change(const struct line *line)
{
    const struct figure *f = line->p->figure;
    struct arena *arena = line->w->arena;
    enum language language = line->w->document->language;
    struct str c = cell_of(line, 'C'), j = cell_of(line, 'J'), text = STR_NONE;
    /* A difference of percentages is in points, as a plain number. */
    struct str format = f->change_is_points ? number_format(arena, STR_NONE, line->p->decimals, language)
                                            : number_format(arena, STR("%"), 1, language);
    if (!f->change.is)
        return;
    double value = f->value.approximate, previous = f->previous.approximate, change = f->change.approximate;
    bool both = f->value.is && f->previous.is;
    if (both && f->change_is_points && numbers_agree(value - previous, change))
        text = str_print(arena, line->divisor == 1 ? "=%s-%s" : "=(%s-%s)*100", c.at, j.at);
    else if (both && previous != 0 && numbers_agree(value / previous - 1, change))
        text = str_print(arena, "=%s/%s-1", c.at, j.at);
    if (text.length)
        book_formula(line->sheet, line->at, AT_CHANGE, text, change, format, BOOK_PLAIN);
    else
        book_number(line->sheet, line->at, AT_CHANGE, change, format, BOOK_PLAIN);
}

static struct str places(struct arena *arena, const struct provenance *p)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < p->sources.count; i++) {
        buffer_add(&text, i ? STR("\n") : STR(""));
        buffer_add(&text, p->sources.at[i]);
    }
    return buffer_str(&text);
}

/* "oui" beside a target of 1 and a year before of 0: what it counts as in a total compares nothing to people. */
static bool answers_yes_or_no(const struct provenance *p)
{
    return p->figure->value.is && shown_in_words(p->value);
}

static void put_comparisons(const struct line *line)
{
    put_number(line, AT_BASELINE, line->p->figure->baseline);
    put_number(line, AT_TARGET, line->p->figure->target);
    put_progress(line);
    put_previous(line);
    put_change(line);
}

/* As high as what it says at most length. */
static unsigned line_lines(struct writing *w, const struct provenance *p, struct str made)
{
    const struct {
        int column;
        struct str text;
    } cells[] = {{AT_KEY, p->key},
                 {AT_FIGURE, p->label},
                 {AT_UNIT, p->unit},
                 {AT_MADE, made},
                 {AT_BASIS, p->basis},
                 {AT_RULE, p->rule},
                 {AT_COMPUTATION, p->computation},
                 {AT_SOURCES, places(w->arena, p)}};
    unsigned most = 1;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        unsigned lines = text_lines(cells[i].text, columns[cells[i].column].width);
        most = lines > most ? lines : most;
    }
    return most;
}

static void put_line(struct writing *w, struct sheet *sheet, uint32_t at, size_t index, uint16_t count)
{
    const struct provenance *p = &w->document->provenances[index];
    const struct formula *formula = &w->formulas[index];
    struct line line = {
        w, sheet, p, at, number_divisor(p->unit), number_format(w->arena, p->unit, p->decimals, w->document->language)};
    const char *word = shown_in_words(p->value) ? NULL : made_words[formula->constant];
    struct str made = word ? document_word(w->document, word) : STR_NONE;
    book_lines(sheet, at, line_lines(w, p, made));
    book_text(sheet, at, AT_KEY, p->key, BOOK_PLAIN);
    book_text(sheet, at, AT_FIGURE, p->label, BOOK_PLAIN);
    put_value(&line, formula);
    book_text(sheet, at, AT_UNIT, p->unit, BOOK_INSET);
    book_text(sheet, at, AT_MADE, made, BOOK_PLAIN);
    book_text(sheet, at, AT_BASIS, p->basis, BOOK_PLAIN);
    if (!answers_yes_or_no(p))
        put_comparisons(&line);
    book_text(sheet, at, AT_RULE, p->rule, BOOK_INSET);
    if (count > AT_COMPUTATION)
        book_text(sheet, at, AT_COMPUTATION, p->computation, BOOK_INSET);
    if (count > AT_SOURCES)
        book_text(sheet, at, AT_SOURCES, places(w->arena, p), BOOK_INSET);
}

static void name_columns(struct writing *w, struct sheet *sheet, uint32_t top, uint32_t bottom)
{
    const char *const *names = source_names[w->document->language];
    book_name(w->book, names[0], sheet, (struct range){top + 1, AT_KEY, bottom, AT_KEY});
    book_name(w->book, names[1], sheet, (struct range){top + 1, AT_VALUE, bottom, AT_VALUE});
}

void put_sources(struct writing *w)
{
    const struct document *d = w->document;
    enum book_style looks[COLUMN_COUNT];
    struct str headers[COLUMN_COUNT];
    uint32_t top, count = (uint32_t)d->provenance_count;
    uint16_t shown = columns_shown(d);
    if (!count)
        return;
    struct sheet *sheet = sheet_open(w, document_word(d, "sources"), document_word(d, "sources_caption"), &top);
    for (uint16_t c = 0; c < shown; c++) {
        bool number = c == AT_VALUE || (c >= AT_BASELINE && c <= AT_CHANGE);
        headers[c] = document_word(d, columns[c].word);
        looks[c] = number ? BOOK_HEADER_NUMBER : BOOK_HEADER;
        book_width(sheet, c, c, columns[c].width);
    }
    book_page(sheet, (struct book_page){
                         .header_row = top, .columns = shown, .row_titles = 1, .landscape = true, .large = true});
    book_table(sheet, (struct range){top, 0, top + count, (uint16_t)(shown - 1)}, headers, looks);
    for (size_t i = 0; i < d->provenance_count; i++)
        put_line(w, sheet, top + 1 + (uint32_t)i, i, shown);
    name_columns(w, sheet, top, top + count);
}
