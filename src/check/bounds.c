/* What a definition allows: bounds, whole numbers, proportions, periods. */
#include "sheet.h"

static struct str words_of_number(const struct entry *entry, struct number number)
{
    return said_number(entry->sheet->scratch, entry->sheet->reading.language, decimal_of(number));
}

static void report_bound(struct entry *entry, struct place place, struct number value, const struct maybe *bound,
                         bool below)
{
    struct words words = {below ? MSG_below_minimum : MSG_above_maximum,
                          {words_of_number(entry, value), words_of_number(entry, bound->number), entry->indicator->id}};
    diagnostics_add(entry->sheet->diagnostics, place, words);
    entry->sound = false;
}

void entry_check_number(struct entry *entry, struct number number, const struct csv_cell *cell)
{
    const struct indicator *indicator = entry->indicator;
    struct place place = entry_place(entry, cell);
    struct decimal value = decimal_of(number);
    if (indicator->min.is && decimal_compare(value, decimal_of(indicator->min.number)) < 0)
        report_bound(entry, place, number, &indicator->min, true);
    else if (indicator->max.is && decimal_compare(value, decimal_of(indicator->max.number)) > 0)
        report_bound(entry, place, number, &indicator->max, false);
    else if (indicator->integer == ANSWER_YES && number.scale) {
        REPORT(entry->sheet->diagnostics, place, MSG_not_whole, {words_of_number(entry, number), indicator->id});
        entry->sound = false;
    }
}

/* A share of a whole cannot exceed it; the cost of something can exceed its number. */
static bool is_proportion(const struct indicator *indicator)
{
    return str_starts(indicator->unit, STR("%")) ||
           (indicator->multiplier.is && indicator->multiplier.number.units == 100 &&
            !indicator->multiplier.number.scale);
}

/* top * multiplier compared with bound * bottom, exactly; 0 where that does not fit. */
static int compare_ratio(const struct entry *entry, const struct maybe *bound)
{
    const struct observation *o = entry->observation;
    struct decimal top = decimal_of((struct number){o->first, o->first_scale});
    struct decimal bottom = decimal_of((struct number){o->second, o->second_scale});
    struct decimal left = top, right = top;
    const struct maybe *multiplier = &entry->indicator->multiplier;
    if (multiplier->is && !decimal_multiply(top, decimal_of(multiplier->number), &left))
        return 0;
    if (!decimal_multiply(bottom, decimal_of(bound->number), &right))
        return 0;
    return decimal_compare(left, right);
}

static void report_ratio(struct entry *entry, struct place place, enum message message)
{
    const struct observation *o = entry->observation;
    struct words words = {message,
                          {words_of_number(entry, (struct number){o->first, o->first_scale}),
                           words_of_number(entry, (struct number){o->second, o->second_scale}), entry->indicator->id}};
    diagnostics_add(entry->sheet->diagnostics, place, words);
    entry->sound = false;
}

void entry_check_ratio(struct entry *entry, struct place place)
{
    const struct indicator *indicator = entry->indicator;
    const struct observation *o = entry->observation;
    if (o->second < 0)
        report_ratio(entry, place, MSG_denominator_negative);
    else if (o->second == 0 && o->first != 0)
        report_ratio(entry, place, MSG_division_by_zero);
    else if (o->second && indicator->max.is && compare_ratio(entry, &indicator->max) > 0)
        report_ratio(entry, place, MSG_ratio_above_maximum);
    else if (o->second && indicator->min.is && compare_ratio(entry, &indicator->min) < 0)
        report_ratio(entry, place, MSG_ratio_below_minimum);
    else if (is_proportion(indicator) && !indicator->max.is &&
             decimal_compare(decimal_of((struct number){o->first, o->first_scale}),
                             decimal_of((struct number){o->second, o->second_scale})) > 0)
        report_ratio(entry, place, MSG_numerator_above);
    else if (indicator->integer == ANSWER_YES && (o->first_scale || o->second_scale))
        report_ratio(entry, place, MSG_parts_not_whole);
}

/* Longer than its rhythm: only what the rules use (a yearly unique count), and what the coordination itself gives. */
static bool may_be_longer(const struct entry *entry)
{
    const struct indicator *indicator = entry->indicator;
    return !entry->sheet->laureate || indicator->counting != COUNTING_OCCURRENCES || indicator->type == TYPE_VALUE ||
           indicator->type == TYPE_YES_NO || indicator->type == TYPE_MILESTONE || indicator->type == TYPE_TEXT;
}

/* A half-yearly indicator may be filed as the quarter that ends the half-year. */
static bool ends_its_rhythm(const struct entry *entry, struct period period)
{
    enum period_kind kind = (enum period_kind)entry->indicator->frequency;
    int32_t last = period_end(period) - 1;
    struct period rhythm = period_at(kind, last, entry->sheet->check->facts->programme.year_start);
    return rhythm.first + period_months(kind) - 1 == last;
}

/* Wholly before a day, or wholly after another; a day that is not given excludes nothing. */
static bool is_before(struct period period, struct date first)
{
    return date_is(first) && period_last_day(period).day < first.day;
}

static bool is_after(struct period period, struct date last)
{
    return date_is(last) && period_first_day(period).day > last.day;
}

static void check_membership(struct entry *entry, struct period period, struct place place)
{
    const struct laureate *laureate = &entry->sheet->check->facts->laureates.at[entry->sheet->laureate];
    const struct indicator *indicator = entry->indicator;
    struct diagnostics *said = entry->sheet->diagnostics;
    if (entry->observation->status == STATUS_EMPTY)
        return;
    if (entry->sheet->laureate && indicator->scope == SCOPE_PROGRAMME)
        REPORT(said, place, MSG_indicator_of_programme, {indicator->id});
    if (is_before(period, laureate->joined.first))
        REPORT(said, place, MSG_before_joining, {indicator->id, laureate->id});
    if (is_after(period, laureate->left.last))
        REPORT(said, place, MSG_after_leaving, {indicator->id, laureate->id});
    if (is_before(period, indicator->valid_from.first) || is_after(period, indicator->valid_to.last))
        REPORT(said, place, MSG_outside_validity, {indicator->id});
}

static struct str words_of(const struct entry *entry, struct period period)
{
    return said_period(entry->sheet->scratch, &entry->sheet->check->facts->programme, period);
}

static int32_t month_of(struct date day)
{
    return period_of_date(PERIOD_MONTH, day, 1).first;
}

/* Those that are neither before a day nor after another. */
static void usual_within(struct usual *usual, struct date first, struct date last)
{
    int32_t from = date_is(first) ? month_of(first) - period_months(usual->kind) + 1 : usual->first;
    int32_t until = date_is(last) ? month_of(last) : usual->last;
    usual->first = from > usual->first ? from : usual->first;
    usual->last = until < usual->last ? until : usual->last;
}

/* What entry_check_period says nothing about, found once for many rows. */
struct usual usual_periods(const struct sheet *sheet, const struct indicator *indicator)
{
    const struct laureate *laureate = &sheet->check->facts->laureates.at[sheet->laureate];
    struct usual usual = {(enum period_kind)indicator->frequency, INT32_MIN, INT32_MAX};
    if (sheet->laureate && indicator->scope == SCOPE_PROGRAMME)
        usual.kind = PERIOD_NONE;
    if (period_is(sheet->period) && !sheet->wide_count) {
        usual.first = sheet->period.first;
        usual.last = period_end(sheet->period) - period_months(usual.kind);
    }
    usual_within(&usual, laureate->joined.first, laureate->left.last);
    usual_within(&usual, indicator->valid_from.first, indicator->valid_to.last);
    return usual;
}

bool entry_check_period(struct entry *entry, struct period period, const struct csv_cell *cell)
{
    const struct indicator *indicator = entry->indicator;
    struct place place = entry_place(entry, cell);
    int months = period_months(period.kind), rhythm = period_months((enum period_kind)indicator->frequency);
    struct diagnostics *said = entry->sheet->diagnostics;
    struct period own = entry->sheet->period;
    if (months > rhythm && !may_be_longer(entry)) {
        REPORT(said, place, MSG_period_too_long, {indicator->id, words_of(entry, period)});
        return false;
    }
    if (months < rhythm && !ends_its_rhythm(entry, period))
        REPORT(said, place, MSG_period_not_due, {indicator->id, words_of(entry, period)});
    if (period_is(own) && !entry->sheet->wide_count && !period_contains(own, period))
        REPORT(said, place, MSG_period_not_of_file, {words_of(entry, period), words_of(entry, own)});
    check_membership(entry, period, place);
    return true;
}
