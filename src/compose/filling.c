#include "compose/holes.h"

#include "compose/typeset.h"

struct quantity number_of(int64_t n)
{
    struct decimal d = decimal_int(n);
    return (struct quantity){.is = true, .exact = true, .decimal = d, .approximate = (double)n};
}

struct str word(struct filling *f, const char *key)
{
    return say(f->arena, f->composer->catalogue, f->language, key, NULL, 0, NUMBER_NONE);
}

struct str count_text(struct filling *f, int64_t n)
{
    return show_decimal(f->arena, decimal_int(n), 0, f->language);
}

/* First come, first kept: what all documents say is said by the first. */
enum { TEXTS_KEPT = 512, KEPT_LONGEST = 200 };
struct texts_kept {
    struct arena *run;
    struct text_kept {
        struct str text, set;
        enum language language;
    } at[TEXTS_KEPT];
};

struct texts_kept *compose_texts_kept(struct arena *run)
{
    struct texts_kept *kept = ARENA_NEW(run, struct texts_kept);
    kept->run = run;
    return kept;
}

static struct text_kept *kept_place(struct texts_kept *kept, struct str text)
{
    uint32_t hash = (uint32_t)text.length;
    for (size_t i = 0; i < text.length; i++)
        hash = hash * 31 + (unsigned char)text.at[i];
    return &kept->at[(hash ^ hash >> 9) % TEXTS_KEPT];
}

static struct str set_anew(struct filling *f, struct str text)
{
    struct texts_kept *kept = f->composer->kept;
    struct text_kept *place = kept && text.length <= KEPT_LONGEST ? kept_place(kept, text) : NULL;
    if (place && place->language == f->language && str_equal(place->text, text))
        return place->set;
    struct str set = typeset(f->arena, text, f->language);
    if (place && !place->text.length)
        *place = (struct text_kept){str_copy(kept->run, text), str_copy(kept->run, set), f->language};
    return set;
}

struct str set(struct filling *f, struct str text)
{
    struct text_set *known = &f->set.at[(((uintptr_t)text.at >> 4) ^ text.length) % TEXTS_SET];
    if (!text.length || known->text.at != text.at || known->text.length != text.length)
        *known = (struct text_set){text, set_anew(f, text)};
    return known->set;
}

struct str period_text(struct filling *f, struct period period)
{
    return show_period(f->arena, f->facts, period, PERIOD_LONG);
}

struct str period_short(struct filling *f, struct period period)
{
    struct period_shown *known = &f->periods.at[(uint32_t)period.first % PERIODS_SHOWN];
    if (!known->text.length || !period_equal(known->period, period))
        *known = (struct period_shown){period, show_period(f->arena, f->facts, period, PERIOD_SHORT)};
    return known->text;
}

struct str date_text(struct filling *f, struct date date)
{
    return show_date(f->arena, date, f->language);
}

const struct figure *figure_of(struct filling *f, uint32_t indicator, struct subject subject, struct period period)
{
    return figure_at(f, (struct figure_key){.indicator = indicator, .subject = subject, .period = period});
}
