#include "compose/chart_build.h"

struct subject subject_programme(void)
{
    return (struct subject){.kind = SUBJECT_PROGRAMME};
}

struct subject subject_laureate(uint32_t laureate)
{
    return (struct subject){.kind = SUBJECT_LAUREATE, .laureate = laureate};
}

struct subject subject_of_job(const struct filling *f)
{
    return f->job->template->over == EACH_LAUREATE ? subject_laureate(f->job->subject) : subject_programme();
}

static bool has_status(const struct figure *figure, enum observation_status status)
{
    return figure->statuses & 1u << status;
}

bool figure_is_blank(const struct figure *figure)
{
    return figure->expected == 0 && !figure->value.is && !figure->low.is && figure->state != FIGURE_MASKED &&
           !figure->text.length && !figure->share_count && !has_status(figure, STATUS_NOT_APPLICABLE);
}

struct str quantity_shown(struct filling *f, uint32_t indicator, struct quantity quantity)
{
    const struct indicator *i = indicator_of(f, indicator);
    return show_quantity(f->arena, quantity, indicator_decimals(i), i->unit, f->language);
}

static struct str number_shown(struct filling *f, const struct figure *figure, struct quantity quantity, bool unit)
{
    const struct indicator *i = indicator_of(f, figure->key.indicator);
    return show_quantity(f->arena, quantity, indicator_decimals(i), unit ? i->unit : STR_NONE, f->language);
}

/* What a laureate wrote in place of a number: figures only keep what was received. */
static enum observation_status written_instead(struct filling *f, const struct figure *figure)
{
    struct expected expected;
    struct figure_key key = figure->key;
    bool is = measure_expected_of(f->arena, f->measures, key.indicator, key.period, key.subject.laureate, &expected);
    return is ? (enum observation_status)expected.status : STATUS_EMPTY;
}

/* One laureate's empty cell says why it is empty. */
static const char *absence_key(struct filling *f, const struct figure *figure)
{
    switch (figure->state) {
    case FIGURE_MASKED:
        return "absence.masked";
    case FIGURE_NOT_DUE:
        return "absence.not_due";
    case FIGURE_NOT_APPLICABLE:
        return "absence.not_applicable";
    default:
        break;
    }
    if (figure->expected == 0 && has_status(figure, STATUS_NOT_APPLICABLE))
        return "absence.not_applicable";
    if (figure->key.subject.kind != SUBJECT_LAUREATE || figure->received > 0)
        return "absence.no_total";
    enum observation_status written = written_instead(f, figure);
    if (written == STATUS_NOT_AVAILABLE)
        return "absence.not_available";
    return written == STATUS_WITHHELD ? "absence.withheld" : "absence.not_received";
}

struct str absence_reason(struct filling *f, const struct figure *figure)
{
    struct str key = str_of(absence_key(f, figure));
    struct str why = str_print(f->arena, "missing.%.*s", STR_ARG(str_slice(key, sizeof "absence." - 1, key.length)));
    return word(f, why.at);
}

/* Yes or no for one laureate, how many of those expected for several. */
static struct str answer_shown(struct filling *f, const struct figure *figure)
{
    if (figure->key.subject.kind == SUBJECT_LAUREATE) {
        bool yes = figure->value.approximate > 0;
        bool then = date_is(figure->as_of) && figure->as_of.day >= period_first_day(figure->key.period).day;
        if (yes && then && indicator_of(f, figure->key.indicator)->type == TYPE_MILESTONE)
            return SAY(f, "answer.yes_on", PAIR("date", date_text(f, figure->as_of)));
        return word(f, yes ? "answer.yes" : "answer.no");
    }
    struct str n = show_quantity(f->arena, figure->value, 0, STR_NONE, f->language);
    return SAY(f, "answer.yes_of", PAIR("n", n), PAIR("expected", count_text(f, figure->expected)));
}

/* A score has no total but the number of those who answered. */
static struct str answers_shown(struct filling *f, const struct figure *figure)
{
    struct quantity total = number_of(0);
    for (size_t i = 0; i < figure->share_count; i++)
        decimal_add(&total.decimal, figure->shares[i].count);
    total.approximate = decimal_double(total.decimal);
    struct str unit = indicator_of(f, figure->key.indicator)->unit;
    return show_quantity(f->arena, total, 0, unit.length ? unit : word(f, "unit.answers"), f->language);
}

struct str range_shown(struct filling *f, const struct figure *figure, struct quantity low, struct quantity high,
                       bool unit)
{
    return SAY(f, "figure.range", PAIR("low", number_shown(f, figure, low, false)),
               PAIR("high", number_shown(f, figure, high, unit)));
}

static struct str show(struct filling *f, const struct figure *figure, bool unit)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    bool answer = indicator->type == TYPE_YES_NO || indicator->type == TYPE_MILESTONE;
    if (figure->text.length)
        return set(f, figure->text);
    if (figure->state == FIGURE_RANGE && figure->low.is && figure->high.is)
        return range_shown(f, figure, figure->low, figure->high, unit);
    if (!figure->value.is && figure->share_count)
        return answers_shown(f, figure);
    if (!figure->value.is)
        return word(f, absence_key(f, figure));
    return answer ? answer_shown(f, figure) : number_shown(f, figure, figure->value, unit);
}

struct str figure_shown(struct filling *f, const struct figure *figure, bool unit)
{
    struct str unkept = STR_NONE, *place = figure_shown_place(f, figure, unit);
    place = place ? place : &unkept;
    if (!place->length)
        *place = show(f, figure, unit);
    return *place;
}

/* ---- what it rests on ---- */

static bool by_observations(const struct figure *figure)
{
    return figure->observations_expected > figure->expected &&
           figure->observations_received < figure->observations_expected;
}

static struct str basis_short(struct filling *f, const struct figure *figure)
{
    bool one = figure->key.subject.kind == SUBJECT_LAUREATE;
    if (figure->expected == 0 || figure->state == FIGURE_NOT_DUE || (one && !by_observations(figure)))
        return STR_NONE;
    uint32_t n = by_observations(figure) ? figure->observations_received : figure->received;
    uint32_t of = by_observations(figure) ? figure->observations_expected : figure->expected;
    return str_print(f->arena, "%u/%u", n, of);
}

/* Below the share at which n/N alone would do, the word is said. */
static bool is_marked_partial(const struct filling *f, const struct figure *figure)
{
    uint32_t n = figure->observations_expected ? figure->observations_received : figure->received;
    uint32_t of = figure->observations_expected ? figure->observations_expected : figure->expected;
    return figure->state == FIGURE_PARTIAL && (uint64_t)n * 100 < (uint64_t)of * (uint64_t)f->facts->programme.mention;
}

struct str figure_counts(struct filling *f, const struct figure *figure)
{
    bool one = figure->key.subject.kind == SUBJECT_LAUREATE;
    if (figure->expected == 0 || (one && !by_observations(figure)))
        return STR_NONE;
    uint32_t n = by_observations(figure) ? figure->observations_received : figure->received;
    uint32_t of = by_observations(figure) ? figure->observations_expected : figure->expected;
    return SAY_N(f, of, by_observations(figure) ? "basis.observations" : "basis.laureates", PAIR("n", count_text(f, n)),
                 PAIR("expected", count_text(f, of)));
}

static const struct {
    enum observation_status status;
    const char *mark, *all, *some;
} status_words[] = {
    {STATUS_PROVISIONAL, "mark.provisional", "basis.provisional", "basis.provisional_part"},
    {STATUS_ESTIMATED, "mark.estimated", "basis.estimated", "basis.estimated_part"},
    {STATUS_RESTATED, "mark.restated", "basis.restated", "basis.restated_part"},
};
enum { STATUS_WORDS = sizeof status_words / sizeof *status_words };

static bool is_number(const struct figure *figure)
{
    return figure->value.is || figure->low.is;
}

struct str figure_reserve(struct filling *f, const struct figure *figure)
{
    struct buffer text = {.arena = f->arena};
    unsigned received = figure->statuses & ((1u << (STATUS_RESTATED + 1)) - 1);
    for (size_t i = 0; is_number(figure) && i < STATUS_WORDS; i++)
        if (has_status(figure, status_words[i].status))
            buffer_print(&text, "%s%.*s", text.count ? ", " : "",
                         STR_ARG(word(f, received == 1u << status_words[i].status ? status_words[i].all
                                                                                  : status_words[i].some)));
    return text.count ? buffer_str(&text) : STR_NONE;
}

struct str figure_basis(struct filling *f, const struct figure *figure)
{
    struct str reserve = figure_reserve(f, figure), counts = figure_counts(f, figure);
    if (counts.length && is_marked_partial(f, figure))
        counts = SAY(f, "mark.partial", PAIR("basis", counts));
    return reserve.length && counts.length ? str_print(f->arena, "%s, %s", reserve.at, counts.at)
           : reserve.length                ? reserve
                                           : counts;
}

struct str figure_mark(struct filling *f, const struct figure *figure)
{
    struct buffer mark = {.arena = f->arena};
    for (size_t i = 0; is_number(figure) && i < STATUS_WORDS; i++)
        if (has_status(figure, status_words[i].status))
            buffer_print(&mark, "%s%.*s", mark.count ? " " : "", STR_ARG(word(f, status_words[i].mark)));
    struct str basis = basis_short(f, figure);
    if (basis.length && is_marked_partial(f, figure))
        basis = SAY(f, "mark.partial", PAIR("basis", basis));
    if (basis.length)
        buffer_print(&mark, "%s%.*s", mark.count ? " " : "", STR_ARG(basis));
    return mark.count ? buffer_str(&mark) : STR_NONE;
}

/* ---- how it changed ---- */

static struct str signed_text(struct filling *f, struct quantity quantity, unsigned decimals, struct str unit)
{
    struct decimal shown = quantity_rounded(quantity, decimals);
    if (decimal_sign(shown) == 0)
        return word(f, "change.stable");
    struct str text = show_quantity(f->arena, quantity, decimals, unit, f->language);
    return decimal_sign(shown) > 0 ? str_print(f->arena, "+%.*s", STR_ARG(text)) : text;
}

struct str difference_unit(struct filling *f, const struct indicator *indicator)
{
    return str_equal(indicator->unit, STR("%")) ? word(f, "unit.points") : indicator->unit;
}

struct str change_shown(struct filling *f, const struct figure *figure, struct quantity change)
{
    const struct indicator *indicator = indicator_of(f, figure->key.indicator);
    if (!change.is)
        return STR_NONE;
    if (figure->change_is_points)
        return signed_text(f, change, indicator_decimals(indicator), difference_unit(f, indicator));
    double size = change.approximate < 0 ? -change.approximate : change.approximate;
    struct quantity percent = {.is = true, .approximate = change.approximate * 100};
    if (change.exact)
        percent.exact = decimal_multiply(change.decimal, decimal_int(100), &percent.decimal);
    bool nearly_all = change.approximate < 0 && size >= 0.995 && size < 1; /* what remains is not nothing */
    return signed_text(f, percent, size < 0.0995 || nearly_all ? 1 : 0, STR("%"));
}

static int sign_of(struct quantity q)
{
    return q.is ? (q.approximate > 0) - (q.approximate < 0) : 0;
}

bool change_misleads(const struct filling *f, const struct figure *figure)
{
    return f->job->audience != AUDIENCE_INTERNAL && figure->key.subject.kind != SUBJECT_LAUREATE && figure->change.is &&
           !figure->change_like_for_like.is;
}

struct str figure_change(struct filling *f, const struct figure *figure)
{
    if (change_misleads(f, figure))
        return STR_NONE;
    struct str gross = change_shown(f, figure, figure->change);
    struct str like = change_shown(f, figure, figure->change_like_for_like);
    struct str before = period_short(f, period_year_before(figure->key.period));
    if (!gross.length && !like.length)
        return STR_NONE;
    if (!gross.length)
        return SAY_N(f, figure->like_for_like, "change.like_for_like", PAIR("change", like), PAIR("before", before),
                     PAIR("n", count_text(f, figure->like_for_like)));
    if (like.length && sign_of(figure->change) * sign_of(figure->change_like_for_like) < 0)
        return SAY_N(f, figure->like_for_like, "change.both", PAIR("change", gross), PAIR("like", like),
                     PAIR("before", before), PAIR("n", count_text(f, figure->like_for_like)));
    return SAY(f, "change.gross", PAIR("change", gross), PAIR("before", before));
}
