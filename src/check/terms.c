/* The parts of a ratio, or of a sum, given by indicators: "a + b - c", between spaces since ids may hold hyphens. */
#include "work.h"

static const struct column indicator_column = {.refers = "indicators"};

static struct place cell_of(const struct indicator *indicator, const char *column)
{
    return row_place(&indicator->row, input_kind("indicators")->columns, column);
}

/* What may be added up into a part. */
static bool is_part(const struct indicator *indicator)
{
    return indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT;
}

static void add_term(struct check *check, const struct indicator *of, const char *column, struct str id, int sign,
                     struct terms *terms)
{
    struct ref ref = {id, 0};
    struct place place = cell_of(of, column);
    if (!reference_resolve(check, &indicator_column, &ref, place) || !ref.index)
        return;
    if (is_part(&check->facts->indicators.at[ref.index]))
        *PUSH(check->run, terms) = (struct term){ref, sign};
    else
        REPORT(check->diagnostics, place, MSG_term_not_counted, {id});
}

static void read_terms(struct check *check, const struct indicator *of, const char *column, struct str text,
                       struct terms *terms)
{
    struct str word, last = STR_NONE;
    int sign = +1;
    bool after_term = false;
    while (str_split(&text, ' ', &word)) {
        word = str_trim(word);
        if (!word.length)
            continue;
        bool minus = str_equal(word, STR("-")) || str_equal(word, STR("−"));
        bool is_sign = minus || str_equal(word, STR("+"));
        last = word;
        if (is_sign == after_term) {
            after_term = !is_sign;
            sign = is_sign ? (minus ? -1 : +1) : sign;
            if (!is_sign)
                add_term(check, of, column, str_copy(check->run, word), sign, terms);
        } else {
            REPORT(check->diagnostics, cell_of(of, column), MSG_terms_malformed, {word});
            return;
        }
    }
    if (!after_term && last.length)
        REPORT(check->diagnostics, cell_of(of, column), MSG_terms_malformed, {last});
}

/* What is not a sum, or is filed at another pace, is made of nothing that masks could follow. */
static void read_sum(struct check *check, struct indicator *indicator)
{
    struct place place = cell_of(indicator, "made_of");
    read_terms(check, indicator, "made_of", indicator->made_of, &indicator->made_of_terms);
    for (size_t t = 0; t < indicator->made_of_terms.count; t++) {
        const struct indicator *part = &check->facts->indicators.at[indicator->made_of_terms.at[t].indicator.index];
        if (!is_part(indicator) || part == indicator || part->nature != NATURE_FLOW ||
            part->frequency != indicator->frequency)
            REPORT(check->diagnostics, place, MSG_made_of_other, {indicator->id, part->id});
    }
}

/* ---- what is made of itself in the end ---- */

enum visit { VISIT_NOT, VISIT_OPEN, VISIT_DONE };

struct walk {
    uint8_t *visit;
    uint32_t *path; /* from what it started with to what is looked at */
    size_t *next;   /* of each on the path, the part to look at next */
    size_t depth;
};

static void walk_to(struct walk *walk, uint32_t indicator)
{
    walk->visit[indicator] = VISIT_OPEN;
    walk->next[walk->depth] = 0;
    walk->path[walk->depth++] = indicator;
}

static void walk_from(struct check *check, struct walk *walk, uint32_t start)
{
    const struct indicator *all = check->facts->indicators.at;
    walk_to(walk, start);
    while (walk->depth) {
        uint32_t here = walk->path[walk->depth - 1];
        size_t i = walk->next[walk->depth - 1]++;
        if (i >= all[here].made_of_terms.count) {
            walk->visit[here] = VISIT_DONE;
            walk->depth--;
            continue;
        }
        uint32_t part = all[here].made_of_terms.at[i].indicator.index;
        if (walk->visit[part] == VISIT_NOT)
            walk_to(walk, part);
        else if (walk->visit[part] == VISIT_OPEN && part != here)
            REPORT(check->diagnostics, cell_of(&all[here], "made_of"), MSG_made_of_cycle, {all[here].id, all[part].id});
    }
}

static void check_cycles(struct check *check)
{
    size_t count = check->facts->indicators.count;
    struct walk walk = {.visit = ARENA_ARRAY(check->scratch, uint8_t, count + 1),
                        .path = ARENA_ARRAY(check->scratch, uint32_t, count + 1),
                        .next = ARENA_ARRAY(check->scratch, size_t, count + 1)};
    for (uint32_t i = 1; i < count; i++)
        if (walk.visit[i] == VISIT_NOT)
            walk_from(check, &walk, i);
}

void indicators_terms(struct check *check)
{
    struct indicators *list = &check->facts->indicators;
    for (size_t i = 1; i < list->count; i++) {
        struct indicator *indicator = &list->at[i];
        bool numerator = indicator->numerator.length, denominator = indicator->denominator.length;
        if (indicator->type != TYPE_RATIO && (numerator || denominator))
            REPORT(check->diagnostics, cell_of(indicator, numerator ? "numerator" : "denominator"), MSG_terms_not_ratio,
                   {indicator->id});
        if (indicator->made_of.length)
            read_sum(check, indicator);
        if (indicator->type != TYPE_RATIO)
            continue;
        if (numerator != denominator)
            REPORT(check->diagnostics, indicator->row.at, MSG_terms_half, {indicator->id});
        read_terms(check, indicator, "numerator", indicator->numerator, &indicator->numerator_terms);
        read_terms(check, indicator, "denominator", indicator->denominator, &indicator->denominator_terms);
    }
    check_cycles(check);
}
