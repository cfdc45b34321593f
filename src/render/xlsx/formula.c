#include "formula.h"

#include "names.h"

#include <math.h>

#define REFERENCES_MAX 400
#define FORMULA_MAX 8000

const char *const observation_names[LANGUAGE_COUNT][OBSERVED_NAMES] = {
    [LANGUAGE_FR] = {"obs_ref", "obs_indicateur", "obs_sujet", "obs_debut", "obs_fin", "obs_ventilation", "obs_valeur",
                     "obs_numerateur", "obs_denominateur"},
    [LANGUAGE_EN] = {"obs_ref", "obs_indicator", "obs_subject", "obs_first", "obs_last", "obs_category", "obs_value",
                     "obs_numerator", "obs_denominator"},
};
const char *const source_names[LANGUAGE_COUNT][2] = {
    [LANGUAGE_FR] = {"src_cle", "src_valeur"},
    [LANGUAGE_EN] = {"src_key", "src_value"},
};
const struct str category_total = TEXT_OF("total");

/* What is added up: rows of one indicator, one column of them. */
struct addition {
    struct arena *arena;
    const struct document *document;
    const uint32_t *rows;
    size_t count;
    enum observation_name column;
    struct str text;
    double sum;
};

struct str row_reference(struct arena *arena, size_t index)
{
    return str_print(arena, "O%zu", index + 1);
}

static bool row_has_numerator(const struct source_row *row)
{
    return row->numerator.is || (row->value.is && row->denominator.is);
}

double row_numerator(const struct source_row *row)
{
    return row->numerator.is ? row->numerator.approximate : row->value.approximate * row->denominator.approximate;
}

bool numbers_agree(double a, double b)
{
    return fabs(a - b) <= 1e-10 * fmax(1e-6, fmax(fabs(a), fabs(b)));
}

static double row_number(const struct source_row *row, enum observation_name column)
{
    return column == OBSERVED_VALUE         ? (row->value.is ? row->value.approximate : 0)
           : column == OBSERVED_NUMERATOR   ? (row_has_numerator(row) ? row_numerator(row) : 0)
           : column == OBSERVED_DENOMINATOR ? (row->denominator.is ? row->denominator.approximate : 0)
                                            : 0;
}

static bool row_counts(const struct source_row *row, enum observation_name column)
{
    return column == OBSERVED_VALUE ? row->value.is : row->denominator.is && row_has_numerator(row);
}

struct str formula_lookup(struct arena *arena, const struct document *document, struct str key)
{
    const char *const *names = source_names[document->language];
    return str_print(arena, "=INDEX(%s,MATCH(%.*s,%s,0))", names[1], STR_ARG(key), names[0]);
}

/* ---- criteria: sums by indicator, subject, category and dates ---- */

enum scope_of_subject { SUBJECT_ANY, SUBJECT_SAME, SUBJECT_NOT_PROGRAMME, SUBJECT_SCOPES };

struct criteria {
    const struct source_row *like; /* indicator and category as this row */
    enum scope_of_subject subject;
    struct date first, last;
};

static bool row_meets(const struct criteria *criteria, const struct source_row *row)
{
    const struct source_row *like = criteria->like;
    if (!name_equal(row->indicator, like->indicator) || !name_equal(row->category, like->category))
        return false;
    if (criteria->subject == SUBJECT_SAME && !name_equal(row->subject, like->subject))
        return false;
    if (criteria->subject == SUBJECT_NOT_PROGRAMME && name_equal(row->subject, STR("programme")))
        return false;
    return row->first.day >= criteria->first.day && row->last.day <= criteria->last.day;
}

/* The rows of the sheet that the criteria choose are exactly those added up, none more, none less. */
static bool criteria_exact(const struct addition *addition, const struct criteria *criteria)
{
    const struct document *document = addition->document;
    size_t from = addition->rows[0], until = from, chosen = 0, own = 0;
    while (from > 0 && str_equal(document->source_rows[from - 1].indicator, criteria->like->indicator))
        from--;
    while (until < document->source_row_count &&
           str_equal(document->source_rows[until].indicator, criteria->like->indicator))
        until++;
    for (size_t i = from; i < until; i++)
        if (row_counts(&document->source_rows[i], addition->column) && row_meets(criteria, &document->source_rows[i]))
            chosen++;
    for (size_t i = 0; i < addition->count; i++) {
        const struct source_row *row = &document->source_rows[addition->rows[i]];
        if (row_counts(row, addition->column) && !row_meets(criteria, row))
            return false;
        own += row_counts(row, addition->column);
    }
    return chosen == own;
}

static bool criteria_text(struct addition *addition, const struct criteria *criteria)
{
    struct arena *arena = addition->arena;
    const char *const *names = observation_names[addition->document->language];
    struct str indicator, category, subject = STR_NONE;
    struct str written = criteria->like->category.length ? criteria->like->category : category_total;
    if (!formula_string(arena, criteria->like->indicator, &indicator) || !formula_string(arena, written, &category))
        return false;
    if (criteria->subject == SUBJECT_SAME && !formula_string(arena, criteria->like->subject, &subject))
        return false;
    struct buffer text = {.arena = arena};
    buffer_print(&text, "SUMIFS(%s,%s,%s,%s,%s", names[addition->column], names[OBSERVED_INDICATOR], indicator.at,
                 names[OBSERVED_CATEGORY], category.at);
    if (criteria->subject == SUBJECT_SAME)
        buffer_print(&text, ",%s,%s", names[OBSERVED_SUBJECT], subject.at);
    if (criteria->subject == SUBJECT_NOT_PROGRAMME)
        buffer_print(&text, ",%s,\"<>programme\"", names[OBSERVED_SUBJECT]);
    buffer_print(&text, ",%s,\">=\"&%s,%s,\"<=\"&%s)", names[OBSERVED_FIRST], formula_date(arena, criteria->first).at,
                 names[OBSERVED_LAST], formula_date(arena, criteria->last).at);
    addition->text = buffer_str(&text);
    return true;
}

static bool add_by_criteria(struct addition *addition)
{
    const struct source_row *rows = addition->document->source_rows, *like = &rows[addition->rows[0]];
    struct criteria criteria = {.like = like, .first = like->first, .last = like->last};
    for (size_t i = 0; i < addition->count; i++) {
        const struct source_row *row = &rows[addition->rows[i]];
        criteria.first = row->first.day < criteria.first.day ? row->first : criteria.first;
        criteria.last = row->last.day > criteria.last.day ? row->last : criteria.last;
    }
    for (int subject = SUBJECT_ANY; subject < SUBJECT_SCOPES; subject++) {
        criteria.subject = (enum scope_of_subject)subject;
        if (criteria_exact(addition, &criteria) && criteria_text(addition, &criteria))
            return true;
    }
    return false;
}

/* ---- references: whatever rows, each by its name, so that sorting the sheet changes nothing ---- */

static bool add_by_references(struct addition *addition)
{
    const char *const *names = observation_names[addition->document->language];
    struct buffer text = {.arena = addition->arena};
    size_t written = 0;
    buffer_print(&text, "SUMPRODUCT(SUMIFS(%s,%s,{", names[addition->column], names[OBSERVED_REFERENCE]);
    for (size_t i = 0; i < addition->count; i++)
        if (row_counts(&addition->document->source_rows[addition->rows[i]], addition->column))
            buffer_print(&text, "%s\"%s\"", written++ ? "," : "", row_reference(addition->arena, addition->rows[i]).at);
    buffer_add(&text, STR("}))"));
    addition->text = buffer_str(&text);
    return written > 0 && written <= REFERENCES_MAX;
}

static bool add_up(struct addition *addition)
{
    size_t counted = 0;
    addition->sum = 0;
    for (size_t i = 0; i < addition->count; i++) {
        const struct source_row *row = &addition->document->source_rows[addition->rows[i]];
        if (!row_counts(row, addition->column))
            continue;
        addition->sum += row_number(row, addition->column);
        counted++;
    }
    return counted > 0 && (add_by_criteria(addition) || add_by_references(addition));
}

/* ---- recipes ---- */

static bool any_masked(const struct document *document, const struct provenance *p)
{
    for (size_t i = 0; i < p->row_count; i++)
        if (document->source_rows[p->rows[i]].masked)
            return true;
    return false;
}

static struct addition addition_of(struct arena *arena, const struct document *document, const struct provenance *p,
                                   enum observation_name column)
{
    return (struct addition){
        .arena = arena, .document = document, .rows = p->rows, .count = p->row_count, .column = column};
}

/* One side of a quotient of indicators: each term's own rows, signed. */
static bool side_of_terms(struct arena *arena, const struct document *document, const struct provenance *p, bool below,
                          struct addition *side)
{
    struct buffer text = {.arena = arena};
    for (size_t t = 0; t < p->term_count; t++) {
        if (p->terms[t].below != below)
            continue;
        uint32_t *rows = ARENA_ARRAY(arena, uint32_t, p->row_count + 1);
        struct addition term = {.arena = arena, .document = document, .rows = rows, .column = OBSERVED_VALUE};
        for (size_t i = 0; i < p->row_count; i++)
            if (str_equal(document->source_rows[p->rows[i]].indicator, p->terms[t].indicator))
                rows[term.count++] = p->rows[i];
        if (!term.count || !add_up(&term))
            return false;
        side->sum += p->terms[t].sign * term.sum;
        buffer_print(&text, "%s%.*s", p->terms[t].sign < 0 ? "-" : text.count ? "+" : "", STR_ARG(term.text));
    }
    side->text = str_print(arena, "(%.*s)", STR_ARG(buffer_str(&text)));
    return text.count > 0;
}

static bool quotient(struct arena *arena, const struct document *document, const struct provenance *p, double *value,
                     struct str *text)
{
    struct addition above = addition_of(arena, document, p, OBSERVED_NUMERATOR);
    struct addition below = addition_of(arena, document, p, OBSERVED_DENOMINATOR);
    bool made = p->term_count ? side_of_terms(arena, document, p, false, &above) &&
                                    side_of_terms(arena, document, p, true, &below)
                              : add_up(&above) && add_up(&below);
    if (!made || below.sum == 0)
        return false;
    double factor = (p->recipe == RECIPE_QUOTIENT ? p->multiplier : 1) / number_divisor(p->unit);
    *value = factor * above.sum / below.sum;
    *text = str_print(arena, "=%.*s/%.*s", STR_ARG(above.text), STR_ARG(below.text));
    if (factor != 1)
        *text = str_print(arena, "%.*s*%.*s", STR_ARG(*text), STR_ARG(double_text(arena, factor)));
    return true;
}

static bool sum(struct arena *arena, const struct document *document, const struct provenance *p, double *value,
                struct str *text)
{
    struct addition all = addition_of(arena, document, p, OBSERVED_VALUE);
    if (!add_up(&all))
        return false;
    *value = all.sum / number_divisor(p->unit);
    *text = str_print(arena, number_divisor(p->unit) == 1 ? "=%.*s" : "=%.*s/100", STR_ARG(all.text));
    return true;
}

struct formula formula_of(struct arena *arena, const struct document *document, const struct provenance *p)
{
    struct quantity engine = p->figure ? p->figure->value : (struct quantity){0};
    struct formula made = {.constant = CONSTANT_NO_VALUE};
    double value = 0;
    if (!engine.is)
        return made;
    made.value = engine.approximate / number_divisor(p->unit);
    made.constant = CONSTANT_MASKED;
    if (any_masked(document, p))
        return made;
    made.constant = p->recipe == RECIPE_SPARSE || !p->row_count ? CONSTANT_NO_ROWS : CONSTANT_RULE;
    if (made.constant == CONSTANT_NO_ROWS || p->recipe == RECIPE_NONE)
        return made;
    bool followed = p->recipe == RECIPE_SUM ? sum(arena, document, p, &value, &made.text)
                                            : quotient(arena, document, p, &value, &made.text);
    if (followed && made.text.length <= FORMULA_MAX && numbers_agree(value, made.value))
        made.constant = CONSTANT_NOT;
    return made;
}
