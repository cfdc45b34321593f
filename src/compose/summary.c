#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/chart_build.h"

/* One sentence or two that say what was received and where the targets stand. */

struct score {
    int64_t received, expected, held, targets;
    bool hidden; /* a target whose figure this audience may not see */
};

static void add_received(struct filling *f, uint32_t indicator, struct score *score)
{
    struct expected one;
    struct expecteds all = {&one, 1, 1};
    if (!own_laureate(f))
        all = measure_asked(f->arena, f->measures, indicator, f->job->period);
    else if (!measure_asked_of(f->arena, f->measures, indicator, f->job->period, own_laureate(f), &one))
        return;
    for (size_t i = 0; i < all.count; i++)
        score->received += all.at[i].received;
    score->expected += (int64_t)all.count;
}

static void add_target(const struct figure *figure, struct score *score)
{
    if (!figure || figure->state == FIGURE_NOT_DUE || figure->expected == 0 || !figure->target.is)
        return;
    score->hidden |= !target_is_judged(figure);
    score->targets += target_is_judged(figure);
    score->held += target_is_judged(figure) && target_is_held(figure);
}

static struct score score_of(struct filling *f)
{
    struct score score = {0};
    struct indexes indicators = indicators_visible(f);
    for (size_t i = 0; i < indicators.count; i++) {
        add_received(f, indicators.at[i], &score);
        add_target(figure_in(f, indicators.at[i], subject_of_job(f), f->job->period), &score);
    }
    return score;
}

/* The quarter that ends the year is not the year: a target that this quarter's figure does not decide is held against
 * the year's. False where the document's period ends no year, or decides every target itself. */
static bool score_of_year(struct filling *f, struct period year, struct score *score)
{
    struct indexes indicators = indicators_visible(f);
    bool other = false;
    if (period_equal(year, f->job->period) || period_last_day(year).day != period_last_day(f->job->period).day)
        return false;
    for (size_t i = 0; i < indicators.count; i++) {
        const struct figure *figure = figure_in(f, indicators.at[i], subject_of_job(f), f->job->period);
        bool goes_on =
            figure && figure->target.is && target_goes_on(f, figure) && period_equal(figure->target_period, year);
        other |= goes_on && target_is_judged(figure);
        add_target(goes_on ? figure_of(f, indicators.at[i], subject_of_job(f), year) : figure, score);
    }
    return other && score->targets > 0;
}

static struct str received_sentence(struct filling *f, const struct score *score)
{
    if (!score->expected)
        return STR_NONE;
    if (score->expected == 1 && !score->received)
        return word(f, "summary.one_missing");
    if (score->received == score->expected)
        return SAY_N(f, score->expected, "summary.all_received", PAIR("n", count_text(f, score->expected)));
    return SAY_N(f, score->received, "summary.received", PAIR("n", count_text(f, score->received)),
                 PAIR("of", count_text(f, score->expected)));
}

static struct str target_sentence(struct filling *f, const struct score *score)
{
    struct str when = when_text(f, f->job->period);
    if (!score->targets)
        return STR_NONE;
    if (score->targets == 1)
        return SAY_N(f, score->held, score->hidden ? "summary.target_shown" : "summary.target",
                     PAIR("n", count_text(f, score->held)), PAIR("when", when));
    return targets_held(f, score->held, score->targets);
}

static struct str year_sentence(struct filling *f, const struct score *quarter)
{
    struct period year = period_at(PERIOD_YEAR, f->job->period.first, f->facts->programme.year_start);
    struct score score = {0};
    if (!quarter->targets || !score_of_year(f, year, &score))
        return STR_NONE;
    if (score.targets == quarter->targets && score.held == quarter->held)
        return SAY(f, "summary.year_same", PAIR("year", period_text(f, year)));
    const char *key = score.targets == 1            ? "summary.year_target"
                      : score.held == score.targets ? "summary.year_all"
                                                    : "summary.year";
    return SAY_N(f, score.held, key, PAIR("year", period_text(f, year)), PAIR("n", count_text(f, score.held)),
                 PAIR("of", count_text(f, score.targets)));
}

static struct str laureates_sentence(struct filling *f)
{
    int64_t active = 0;
    if (own_laureate(f))
        return STR_NONE;
    for (uint32_t i = 1; i < f->facts->laureates.count; i++)
        active += laureate_is_active(&f->facts->laureates.at[i], f->job->period);
    return SAY_N(f, active, "summary.laureates", PAIR("n", count_text(f, active)),
                 PAIR("when", when_text(f, f->job->period)));
}

static void fill_summary(struct filling *f, const struct yaml *yaml, struct node *into)
{
    (void)yaml;
    if (!period_is(f->job->period))
        return;
    struct score score = score_of(f);
    struct str sentences[] = {laureates_sentence(f), received_sentence(f, &score), target_sentence(f, &score),
                              year_sentence(f, &score)};
    struct buffer text = {.arena = f->arena};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (sentences[i].length)
            buffer_print(&text, "%s%.*s", text.count ? " " : "", STR_ARG(sentences[i]));
    if (text.count)
        add_paragraph(f, into, buffer_str(&text));
}

const struct hole hole_summary = {TEXT_OF("summary"),
                                  TEXT_OF("resume"),
                                  NULL,
                                  0,
                                  fill_summary,
                                  TEXT_OF("a sentence on what was received and where the targets stand"),
                                  TEXT_OF("une phrase sur ce qui est reçu et où en sont les cibles"),
                                  NULL};
