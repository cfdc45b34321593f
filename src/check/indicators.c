/* indicators.csv: what each definition means where it says nothing, and what it may not say. */
#include "work.h"

static struct place cell_of(const struct indicator *indicator, const char *column)
{
    return row_place(&indicator->row, input_kind("indicators")->columns, column);
}

static void default_to(int *field, int value)
{
    if (!*field)
        *field = value;
}

static void default_number(struct maybe *field, int64_t value)
{
    if (!field->is)
        *field = (struct maybe){true, {value, 0}};
}

static bool has_terms(const struct indicator *indicator)
{
    return indicator->numerator.length || indicator->denominator.length;
}

/* What must be there before anything else is looked at; a wrong type counts as a count. */
static void require(struct check *check, struct indicator *indicator)
{
    const struct column *columns = input_kind("indicators")->columns;
    bool unitless = indicator->type == TYPE_TEXT || indicator->type == TYPE_YES_NO || indicator->type == TYPE_MILESTONE;
    bool counted = indicator->type == TYPE_COUNT || indicator->type == TYPE_AMOUNT;
    if (indicator->type && !unitless && !indicator->unit.length)
        REPORT(check->diagnostics, indicator->row.at, MSG_unit_missing, {indicator->id});
    if (counted && !indicator->nature && !row_has(&indicator->row, columns, "nature"))
        REPORT(check->diagnostics, indicator->row.at, MSG_nature_missing, {indicator->id});
    if (counted)
        default_to(&indicator->nature, NATURE_FLOW);
}

static void settle_defaults(struct check *check, struct indicator *indicator)
{
    const struct programme *programme = &check->facts->programme;
    default_to(&indicator->type, TYPE_COUNT);
    default_to(&indicator->scope, SCOPE_SHARED);
    default_to(&indicator->counting, COUNTING_OCCURRENCES);
    default_to(&indicator->visibility, VISIBILITY_INTERNAL);
    default_to(&indicator->frequency, (int)programme->period);
    if (indicator->type == TYPE_COUNT)
        default_to(&indicator->about, ABOUT_PERSONS);
    if (indicator->type == TYPE_AMOUNT)
        default_to(&indicator->about, ABOUT_MONEY);
    if (indicator->type == TYPE_RATIO && !has_terms(indicator))
        default_to(&indicator->nature, NATURE_FLOW);
    if (indicator->type == TYPE_VALUE)
        default_to(&indicator->nature, NATURE_POINT);
    if (indicator->type == TYPE_RATIO && str_starts(indicator->unit, STR("%")))
        default_number(&indicator->multiplier, 100);
    default_number(&indicator->due_days, 15);
    default_number(&indicator->year_start, programme->year_start);
    if (!indicator->short_label.length)
        indicator->short_label = indicator->label;
}

static void check_range(struct check *check, const struct indicator *indicator, const char *column, struct maybe *value,
                        int64_t least, int64_t most)
{
    if (!value->is || (value->number.units >= least && value->number.units <= most))
        return;
    struct arena *arena = check->scratch;
    REPORT(check->diagnostics, cell_of(indicator, column), MSG_out_of_range,
           {said_number(arena, check->facts->programme.language, decimal_of(value->number)),
            str_print(arena, "%lld", (long long)least), str_print(arena, "%lld", (long long)most)});
    *value = (struct maybe){0};
}

/* Two bounds in the wrong order. */
static void check_order(struct check *check, const struct indicator *indicator, const char *column, struct maybe low,
                        struct maybe high)
{
    if (low.is && high.is && decimal_compare(decimal_of(low.number), decimal_of(high.number)) > 0)
        REPORT(check->diagnostics, cell_of(indicator, column), MSG_bounds_disordered, {indicator->id});
}

static void check_numbers(struct check *check, struct indicator *indicator)
{
    check_range(check, indicator, "factor", &indicator->factor, 1, 6);
    check_range(check, indicator, "decimals", &indicator->decimals, 0, 6);
    check_range(check, indicator, "year_start", &indicator->year_start, 1, 12);
    check_range(check, indicator, "due_days", &indicator->due_days, 0, 3650);
    check_range(check, indicator, "suppress_below", &indicator->suppress_below, 0, 1000000);
    check_order(check, indicator, "max", indicator->min, indicator->max);
    check_order(check, indicator, "high", indicator->low, indicator->high);
    if (date_is(indicator->valid_from.first) && date_is(indicator->valid_to.last) &&
        indicator->valid_from.first.day > indicator->valid_to.last.day)
        REPORT(check->diagnostics, cell_of(indicator, "valid_to"), MSG_validity_disordered, {indicator->id});
    if (indicator->direction == DIRECTION_RANGE && (!indicator->low.is || !indicator->high.is))
        REPORT(check->diagnostics, cell_of(indicator, "direction"), MSG_range_without_ends, {indicator->id});
}

static void check_words(struct check *check, const struct indicator *indicator)
{
    if (indicator->scope == SCOPE_SHARED && !indicator->use.length)
        REPORT(check->diagnostics, indicator->row.at, MSG_use_missing, {indicator->id});
    size_t length = utf8_length(indicator->short_label);
    if (length > 30 && row_has(&indicator->row, input_kind("indicators")->columns, "short_label"))
        REPORT(check->diagnostics, cell_of(indicator, "short_label"), MSG_short_label_long,
               {indicator->short_label, str_print(check->scratch, "%zu", length)});
}

static void settle_dimensions(struct check *check, struct indicator *indicator)
{
    indicator->dimension_indexes = ARENA_ARRAY(check->run, uint32_t, indicator->dimensions.count + 1);
    for (size_t i = 0; i < indicator->dimensions.count; i++) {
        struct str name = indicator->dimensions.at[i];
        indicator->dimension_indexes[i] = names_find(check->dimensions, name);
        if (!indicator->dimension_indexes[i])
            REPORT(check->diagnostics, cell_of(indicator, "dimensions"), MSG_unknown_dimension,
                   {name, names_instead(check, check->scratch, check->dimensions, name)});
    }
}

static bool has_tag(const struct facts *facts, struct str tag)
{
    for (size_t i = 1; i < facts->laureates.count; i++)
        for (size_t t = 0; t < facts->laureates.at[i].tags.count; t++)
            if (name_equal(facts->laureates.at[i].tags.at[t], tag))
                return true;
    return false;
}

static void expect_from(struct check *check, struct indicator *indicator, struct str name)
{
    static const struct column laureate = {.refers = "laureates"};
    struct place place = cell_of(indicator, "expected_from");
    size_t colon = str_index(name, ':', 0);
    struct str word = str_slice(name, 0, colon), tag = str_trim(str_slice(name, colon + 1, name.length));
    struct ref ref = {name, 0};
    if (colon < name.length && (name_equal(word, STR("tag")) || name_equal(word, STR("etiquette")))) {
        *PUSH(check->run, &indicator->expected_tags) = name_fold(check->run, tag);
        if (!has_tag(check->facts, tag))
            REPORT(check->diagnostics, place, MSG_tag_of_nobody, {tag});
    } else if (reference_resolve(check, &laureate, &ref, place))
        *PUSH(check->run, &indicator->expected_laureates) = ref;
}

static void settle_expected(struct check *check, struct indicator *indicator)
{
    struct strs names = {0};
    names_split(check->run, indicator->expected_from, &names);
    bool all = names.count == 1 && (name_equal(names.at[0], STR("all")) || name_equal(names.at[0], STR("tous")));
    for (size_t i = 0; i < names.count && !all; i++)
        expect_from(check, indicator, names.at[i]);
}

static void check_collection(struct check *check)
{
    const struct indicators *list = &check->facts->indicators;
    size_t headlines = 0;
    for (size_t i = 1; i < list->count; i++)
        if (list->at[i].headline == ANSWER_YES && ++headlines == 8)
            REPORT(check->diagnostics, cell_of(&list->at[i], "headline"), MSG_headlines_many);
}

void indicators_settle(struct check *check)
{
    struct indicators *list = &check->facts->indicators;
    for (size_t i = 1; i < list->count; i++) {
        struct indicator *indicator = &list->at[i];
        require(check, indicator);
        settle_defaults(check, indicator);
        check_numbers(check, indicator);
        check_words(check, indicator);
        settle_dimensions(check, indicator);
        settle_expected(check, indicator);
    }
    check_collection(check);
    indicators_terms(check);
    indicators_legal(check);
}
