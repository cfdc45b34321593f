/* The cache of widths: open addressing, doubled when half full. */
#include "flow.h"

#include <string.h>

static uint32_t text_hash(struct str text, unsigned seed)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ (seed + text.length * 0xFF51AFD7ED558CCDu);
    size_t at = 0;
    for (uint64_t piece; at + sizeof piece <= text.length; at += sizeof piece) {
        memcpy(&piece, text.at + at, sizeof piece);
        hash = (hash ^ piece) * 0x9FB21C651E98DF25u;
        hash ^= hash >> 32;
    }
    if (at < text.length) {
        uint64_t piece = 0;
        memcpy(&piece, text.at + at, text.length - at);
        hash = (hash ^ piece) * 0x9FB21C651E98DF25u;
    }
    return (uint32_t)(hash ^ hash >> 29);
}

static struct width_slot *slot_find(const struct width_cache *cache, const struct width_slot *wanted)
{
    size_t mask = cache->capacity - 1;
    for (size_t i = wanted->hash & mask;; i = (i + 1) & mask) {
        struct width_slot *slot = &cache->at[i];
        if (!slot->used || (slot->hash == wanted->hash && slot->face == wanted->face &&
                            slot->features == wanted->features && str_equal(slot->text, wanted->text)))
            return slot;
    }
}

static void cache_grow(struct arena *arena, struct width_cache *cache)
{
    struct width_cache larger = {.capacity = cache->capacity ? cache->capacity * 2 : 1024, .count = cache->count};
    larger.at = ARENA_ARRAY(arena, struct width_slot, larger.capacity);
    for (size_t i = 0; i < cache->capacity; i++)
        if (cache->at[i].used)
            *slot_find(&larger, &cache->at[i]) = cache->at[i];
    *cache = larger;
}

static int32_t width_em(struct layout *layout, enum face face, unsigned features, struct str text)
{
    struct width_cache *cache = &layout->widths;
    if (cache->count * 2 >= cache->capacity)
        cache_grow(layout->arena, cache);
    struct width_slot wanted = {.text = text,
                                .hash = text_hash(text, (unsigned)face << 8 | features),
                                .face = (uint8_t)face,
                                .features = (uint8_t)features,
                                .used = true};
    struct width_slot *slot = slot_find(cache, &wanted);
    if (!slot->used) {
        wanted.width = layout->metrics->width(layout->metrics->device, face, features, text);
        wanted.text = str_copy(layout->arena, text);
        *slot = wanted;
        cache->count++;
    }
    return slot->width;
}

int32_t width_of(struct layout *layout, struct text_style style, struct str text)
{
    return (int32_t)((int64_t)width_em(layout, style.face, style.features, text) * style.size / 1000);
}
