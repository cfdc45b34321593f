/* The figures that the document has asked for: the same one stands in a table, a chart and the annex of sources. */
#include "compose/holes.h"

struct known_figure {
    struct figure_key key;
    const struct figure *figure;
    struct sources sources;
    bool has_sources;
    struct str text;     /* of the key, once asked for */
    struct str shown[2]; /* the figure for people, without and with its unit, once asked for */
};

static bool same_key(const struct figure_key *a, const struct figure_key *b)
{
    return a->indicator == b->indicator && period_equal(a->period, b->period) && a->to_date == b->to_date &&
           a->category == b->category && a->subject.kind == b->subject.kind &&
           a->subject.laureate == b->subject.laureate && a->subject.attribute == b->subject.attribute &&
           str_equal(a->subject.value, b->subject.value);
}

static size_t hash_of(const struct figure_key *key)
{
    const uint64_t parts[] = {key->indicator, (uint64_t)key->subject.kind << 32 | key->subject.laureate,
                              (uint64_t)key->period.kind << 32 | (uint32_t)key->period.first,
                              (uint64_t)key->category << 1 | key->to_date, key->subject.value.length};
    uint64_t hash = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        hash = (hash ^ parts[i]) * UINT64_C(0x9E3779B97F4A7C15);
    return (size_t)(hash >> 32);
}

/* Where the figure stands, or the free place for it. */
static struct known_figure **place_of(const struct known_figures *known, const struct figure_key *key)
{
    size_t at = hash_of(key) & (known->capacity - 1);
    while (known->at[at] && !same_key(&known->at[at]->key, key))
        at = (at + 1) & (known->capacity - 1);
    return &known->at[at];
}

/* Half of the places stay free. */
static void make_room(struct arena *arena, struct known_figures *known)
{
    struct known_figures old = *known;
    if (known->count * 2 < known->capacity)
        return;
    known->capacity = old.capacity ? old.capacity * 2 : 256;
    known->at = ARENA_ARRAY(arena, struct known_figure *, known->capacity);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.at[i])
            *place_of(known, &old.at[i]->key) = old.at[i];
}

static struct known_figure *known_at(struct filling *f, struct figure_key key)
{
    if (f->known.last && same_key(&f->known.last->key, &key))
        return f->known.last;
    make_room(f->arena, &f->known);
    struct known_figure **place = place_of(&f->known, &key), *known = *place;
    if (!known) {
        known = *place = ARENA_NEW(f->arena, struct known_figure);
        known->key = key;
        known->figure = measure_figure(f->arena, f->measures, key, f->job->audience);
        f->known.count++;
    }
    return f->known.last = known;
}

const struct figure *figure_at(struct filling *f, struct figure_key key)
{
    return known_at(f, key)->figure;
}

struct str *figure_shown_place(struct filling *f, const struct figure *figure, bool unit)
{
    struct known_figure *last = f->known.last;
    if (!last || last->figure != figure)
        last = f->known.count ? *place_of(&f->known, &figure->key) : NULL;
    return last && last->figure == figure ? &last->shown[unit] : NULL;
}

struct sources figure_sources(struct filling *f, struct figure_key key)
{
    struct known_figure *known = known_at(f, key);
    if (!known->has_sources)
        known->sources = measure_sources(f->arena, f->measures, key);
    known->has_sources = true;
    return known->sources;
}

struct str figure_use(struct filling *f, const struct figure *figure)
{
    struct known_figure *known = known_at(f, figure->key);
    if (!known->text.length)
        known->text = figure_key_text(f->arena, f->facts, figure->key);
    *PUSH(f->arena, &f->used) = (struct used_key){known->text, figure->key};
    return known->text;
}
