#define _DEFAULT_SOURCE /* madvise */
#include "base.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* Under the address sanitizer, what was not asked for may not be touched: else a step over the end of one thing into
 * the next would go unseen, both lying in one block. */
#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined __SANITIZE_ADDRESS__ || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define CLOSE(at, bytes) ASAN_POISON_MEMORY_REGION((at), (bytes))
#define OPEN(at, bytes) ASAN_UNPOISON_MEMORY_REGION((at), (bytes))
#define GAP ((size_t)16)
#else
#define CLOSE(at, bytes) ((void)(at), (void)(bytes))
#define OPEN(at, bytes) ((void)(at), (void)(bytes))
#define GAP ((size_t)0)
#endif

#define BLOCK_BYTES ((size_t)256 << 10)
#define SPARES_MAX 16 /* of BLOCK_BYTES */
#define PAGE_BYTES ((size_t)4 << 10)
#define ALIGNMENT ((size_t)16)
#define BUFFER_BYTES ((size_t)48) /* of a text of which nothing is known yet */

struct block {
    struct block *before;
    size_t size, used;
    _Alignas(16) unsigned char bytes[];
};

struct arena {
    struct block *block;
    struct block *spare; /* blocks that a rewind left: their pages need not be asked for again */
    size_t spares, footprint;
};

static void out_of_memory(void)
{
    static const char text[] = "bilan: out of memory\n";
    fwrite(text, 1, sizeof text - 1, stderr);
    exit(3); /* NOLINT(concurrency-mt-unsafe): nothing is registered to run at exit */
}

static struct block *spare_take(struct arena *arena)
{
    struct block *block = arena->spare;
    if (block) {
        arena->spare = block->before;
        arena->spares--;
    }
    return block;
}

static struct block *block_add(struct arena *arena, size_t least)
{
    /* Larger blocks as the arena grows: few system calls, at most a quarter unused. */
    size_t size = arena->footprint / 4 > BLOCK_BYTES ? arena->footprint / 4 : BLOCK_BYTES;
    if (size > (size_t)64 << 20)
        size = (size_t)64 << 20;
    if (size < least)
        size = least;
    struct block *block = size == BLOCK_BYTES ? spare_take(arena) : NULL;
    if (!block)
        block = malloc(sizeof *block + size);
    if (!block)
        out_of_memory();
    block->before = arena->block;
    block->size = size;
    block->used = 0;
    CLOSE(block->bytes, size);
    arena->block = block;
    arena->footprint += sizeof *block + size;
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        out_of_memory();
    return arena;
}

static void block_drop(struct arena *arena, struct block *block)
{
    if (block->size != BLOCK_BYTES || arena->spares == SPARES_MAX) {
        free(block);
        return;
    }
    CLOSE(block->bytes, block->size);
    block->before = arena->spare;
    arena->spare = block;
    arena->spares++;
}

static void blocks_drop(struct arena *arena, const struct block *until)
{
    while (arena->block != until) {
        struct block *block = arena->block;
        arena->block = block->before;
        arena->footprint -= sizeof *block + block->size;
        block_drop(arena, block);
    }
}

static void spares_free(struct arena *arena)
{
    for (struct block *block; (block = spare_take(arena));)
        free(block);
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    blocks_drop(arena, NULL);
    spares_free(arena);
    free(arena);
}

/* Below the block that is being filled, which goes on being filled. */
void arena_absorb(struct arena *arena, struct arena *other)
{
    struct block *last = other->block;
    while (last && last->before)
        last = last->before;
    if (last && arena->block) {
        last->before = arena->block->before;
        arena->block->before = other->block;
    } else if (last) {
        arena->block = other->block;
    }
    arena->footprint += other->footprint;
    spares_free(other);
    free(other);
}

static void *arena_raw(struct arena *arena, size_t bytes)
{
    size_t room = ((bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1)) + GAP;
    struct block *block = arena->block;
    if (!block || block->size - block->used < room)
        block = block_add(arena, room);
    void *at = block->bytes + block->used;
    block->used += room;
    OPEN(at, bytes);
    return at;
}

static size_t bytes_of(size_t count, size_t size)
{
    if (size && count > (SIZE_MAX / 2) / size)
        out_of_memory();
    size_t bytes = count * size;
    return bytes ? bytes : 1;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    size_t bytes = bytes_of(count, size);
    return memset(arena_raw(arena, bytes), 0, bytes);
}

void *arena_bytes(struct arena *arena, size_t bytes)
{
    return arena_raw(arena, bytes_of(bytes, 1));
}

void arena_expect(void *at, size_t bytes)
{
#ifdef MADV_POPULATE_WRITE
    size_t before = (uintptr_t)at & (PAGE_BYTES - 1); /* of the page on which it begins */
    if (bytes > PAGE_BYTES)
        (void)madvise((char *)at - before, before + bytes, MADV_POPULATE_WRITE);
#else
    (void)at, (void)bytes;
#endif
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->block, arena->block ? arena->block->used : 0};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    /* The first block of an arena that was empty at the mark is kept, for the next round. */
    if (!mark.block) {
        if (!arena->block)
            return;
        struct block *first = arena->block;
        while (first->before)
            first = first->before;
        blocks_drop(arena, first);
        first->used = 0;
        CLOSE(first->bytes, first->size);
        return;
    }
    blocks_drop(arena, mark.block);
    arena->block->used = mark.used;
    CLOSE(arena->block->bytes + mark.used, arena->block->size - mark.used);
}

size_t arena_footprint(const struct arena *arena)
{
    return arena->footprint;
}

static size_t rounded(size_t bytes)
{
    return (bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
}

/* The last thing allocated grows where it stands when there is room. */
static bool grow_there(struct arena *arena, const void *items, size_t old, size_t bytes)
{
    struct block *block = arena->block;
    if (GAP || !items || !block || (const unsigned char *)items + rounded(old) != block->bytes + block->used ||
        block->size - block->used < rounded(bytes) - rounded(old))
        return false;
    block->used += rounded(bytes) - rounded(old);
    return true;
}

static unsigned char *grown(struct arena *arena, const void *items, size_t kept, size_t old, size_t bytes)
{
    if (old && grow_there(arena, items, old, bytes))
        return arena->block->bytes + (size_t)((const unsigned char *)items - arena->block->bytes);
    unsigned char *fresh = arena_raw(arena, bytes);
    if (items)
        memcpy(fresh, items, kept);
    return fresh;
}

void *arena_grow(struct arena *arena, const void *items, size_t count, size_t *capacity, size_t size)
{
    size_t wanted = *capacity < 4 ? 8 : *capacity * 2, bytes = bytes_of(wanted, size);
    unsigned char *at = grown(arena, items, count * size, *capacity * size, bytes);
    memset(at + count * size, 0, bytes - count * size);
    *capacity = wanted;
    return at;
}

char *arena_more(struct arena *arena, const char *bytes, size_t count, size_t *capacity, size_t more)
{
    size_t doubled = *capacity < BUFFER_BYTES / 2 ? BUFFER_BYTES : *capacity * 2;
    size_t wanted = bytes_of(doubled > count + more ? doubled : count + more, 1);
    char *at = (char *)grown(arena, bytes, count, *capacity, wanted);
    *capacity = wanted;
    return at;
}
