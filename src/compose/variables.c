#include "compose/catalogue.h"
#include "compose/template.h"

enum {
    ALL = 1 << EACH_PROGRAMME | 1 << EACH_LAUREATE | 1 << EACH_PRACTICE | 1 << EACH_MEETING | 1 << EACH_INDICATOR,
    LAUREATE = 1 << EACH_LAUREATE,
    PRACTICE = 1 << EACH_PRACTICE,
    MEETING = 1 << EACH_MEETING,
    INDICATOR = 1 << EACH_INDICATOR
};

static struct period year_of(const struct facts *facts, const struct job *job)
{
    return period_of_date(PERIOD_YEAR, period_last_day(job->period), facts->programme.year_start);
}

static struct str laureate_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->laureates.at[job->subject].name;
}

static struct str laureate_name(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->laureates.at[job->subject].id;
}

static struct str short_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    const struct laureate *laureate = &facts->laureates.at[job->subject];
    (void)arena;
    return laureate->short_name.length ? laureate->short_name : laureate->name;
}

static struct str territory_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->laureates.at[job->subject].territory;
}

static struct str territory_name(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return name_slug(arena, territory_text(arena, facts, job));
}

static struct str practice_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->practices.at[job->subject].title;
}

static struct str practice_name(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return name_slug(arena, facts->practices.at[job->subject].slug);
}

static struct str meeting_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->meetings.at[job->subject].title;
}

static struct str meeting_name(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->meetings.at[job->subject].id;
}

static struct str indicator_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->indicators.at[job->subject].label;
}

static struct str indicator_name(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    return facts->indicators.at[job->subject].id;
}

static struct str programme_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    (void)job;
    return facts->programme.name;
}

static struct str programme_name(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)job;
    return name_slug(arena, facts->programme.code.length ? facts->programme.code : facts->programme.name);
}

static struct str coordination_text(struct arena *arena, const struct facts *facts, const struct job *job)
{
    (void)arena;
    (void)job;
    return facts->programme.coordination;
}

static struct str coordination_name(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return name_slug(arena, coordination_text(arena, facts, job));
}

static struct str period_long(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return show_period(arena, facts, job->period, PERIOD_LONG);
}

static struct str period_canonical(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return period_name(arena, job->period, facts->programme.year_start);
}

static struct str previous_long(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return show_period(arena, facts, period_next(job->period, -1), PERIOD_LONG);
}

static struct str previous_canonical(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return period_name(arena, period_next(job->period, -1), facts->programme.year_start);
}

static struct str next_long(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return show_period(arena, facts, period_next(job->period, 1), PERIOD_LONG);
}

static struct str next_canonical(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return period_name(arena, period_next(job->period, 1), facts->programme.year_start);
}

static struct str year_long(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return show_period(arena, facts, year_of(facts, job), PERIOD_LONG);
}

static struct str year_canonical(struct arena *arena, const struct facts *facts, const struct job *job)
{
    return period_name(arena, year_of(facts, job), facts->programme.year_start);
}

const struct variable variables[] = {
    {TEXT_OF("laureate"), TEXT_OF("laureat"), LAUREATE, false, laureate_text, laureate_name},
    {TEXT_OF("short_name"), TEXT_OF("nom_court"), LAUREATE, false, short_text, laureate_name},
    {TEXT_OF("territory"), TEXT_OF("territoire"), LAUREATE, false, territory_text, territory_name},
    {TEXT_OF("practice"), TEXT_OF("pratique"), PRACTICE, false, practice_text, practice_name},
    {TEXT_OF("meeting"), TEXT_OF("rencontre"), MEETING, false, meeting_text, meeting_name},
    {TEXT_OF("indicator"), TEXT_OF("indicateur"), INDICATOR, false, indicator_text, indicator_name},
    {TEXT_OF("programme"), TEXT_OF("programme"), ALL, false, programme_text, programme_name},
    {TEXT_OF("coordination"), TEXT_OF("coordination"), ALL, false, coordination_text, coordination_name},
    {TEXT_OF("period"), TEXT_OF("periode"), ALL, true, period_long, period_canonical},
    {TEXT_OF("previous"), TEXT_OF("precedente"), ALL, true, previous_long, previous_canonical},
    {TEXT_OF("next"), TEXT_OF("suivante"), ALL, true, next_long, next_canonical},
    {TEXT_OF("year"), TEXT_OF("annee"), ALL, true, year_long, year_canonical},
};
const size_t variable_count = sizeof variables / sizeof variables[0];

const struct variable *variable_find(struct str name)
{
    for (size_t i = 0; i < variable_count; i++)
        if (name_equal(name, variables[i].en) || name_equal(name, variables[i].fr))
            return &variables[i];
    return NULL;
}

static bool has_sense(const struct variable *variable, const struct job *job)
{
    return (variable->over & 1u << job->template->over) && (!variable->needs_period || period_is(job->period));
}

static struct str fill(struct arena *arena, const struct facts *facts, const struct job *job, struct str pattern,
                       bool canonical)
{
    if (str_index(pattern, '{', 0) == pattern.length)
        return pattern;
    struct str(*pairs)[2] = arena_alloc(arena, variable_count * 2, sizeof *pairs);
    size_t count = 0;
    for (size_t i = 0; i < variable_count; i++) {
        if (!has_sense(&variables[i], job))
            continue;
        struct str value = (canonical ? variables[i].name : variables[i].text)(arena, facts, job);
        pairs[count][0] = variables[i].en;
        pairs[count++][1] = value;
        pairs[count][0] = variables[i].fr;
        pairs[count++][1] = value;
    }
    return fill_names(arena, pattern, (const struct str(*)[2])pairs, count);
}

struct str variables_text(struct arena *arena, const struct facts *facts, const struct job *job, struct str pattern)
{
    return fill(arena, facts, job, pattern, false);
}

struct str variables_name(struct arena *arena, const struct facts *facts, const struct job *job, struct str pattern)
{
    return fill(arena, facts, job, pattern, true);
}
