#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/chart_build.h"

/* One sentence or two that say what was received and where the targets stand. */

struct score {
    int64_t received, expected, on_track, targets;
    bool hidden; /* a target whose figure this audience may not see */
};

static void add_to_score(struct score *score, const struct figure *figure)
{
    bool by_observations = figure->observations_expected > figure->expected;
    if (figure->state == FIGURE_NOT_DUE || figure->expected == 0)
        return;
    score->received += by_observations ? figure->observations_received : figure->received;
    score->expected += by_observations ? figure->observations_expected : figure->expected;
    if (figure->target.is && !target_is_judged(figure))
        score->hidden = true;
    if (!target_is_judged(figure))
        return;
    score->targets++;
    score->on_track += figure->target_status == TARGET_MET || figure->target_status == TARGET_EXCEEDED ||
                       figure->target_status == TARGET_ON_TRACK;
}

static struct score score_of(struct filling *f)
{
    struct score score = {0};
    struct indexes indicators = indicators_visible(f);
    for (size_t i = 0; i < indicators.count; i++) {
        const struct figure *figure = figure_in(f, indicators.at[i], subject_of_job(f), f->job->period);
        if (figure)
            add_to_score(&score, figure);
    }
    return score;
}

static struct str received_sentence(struct filling *f, const struct score *score)
{
    if (!score->expected)
        return STR_NONE;
    if (score->received == score->expected)
        return SAY_N(f, score->expected, "summary.all_received", PAIR("n", count_text(f, score->expected)));
    return SAY_N(f, score->received, "summary.received", PAIR("n", count_text(f, score->received)),
                 PAIR("of", count_text(f, score->expected)));
}

static struct str target_sentence(struct filling *f, const struct score *score)
{
    if (!score->targets)
        return STR_NONE;
    if (score->targets == 1)
        return SAY_N(f, score->on_track, score->hidden ? "summary.target_shown" : "summary.target",
                     PAIR("n", count_text(f, score->on_track)));
    if (score->on_track == score->targets)
        return SAY(f, "summary.all_targets", PAIR("n", count_text(f, score->targets)));
    return SAY_N(f, score->on_track, "summary.targets", PAIR("n", count_text(f, score->on_track)),
                 PAIR("of", count_text(f, score->targets)));
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
    struct str sentences[] = {laureates_sentence(f), received_sentence(f, &score), target_sentence(f, &score)};
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
