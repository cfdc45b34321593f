/* Memory. Everything lives in one of three arenas: the run's, the
 * deliverable's, or a scratch that is rewound. The arena is the first argument
 * of a function whose result lives there; nothing is freed one by one.
 * When memory runs out the process says so and ends with status 3, here. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

struct arena;

struct arena_mark {
    void *block;
    size_t used;
};

struct arena *arena_new(void);
void arena_free(struct arena *arena);
/* What `other` holds lives as long as the arena, whatever is rewound but for what lies below its latest block; `other`
 * is gone. */
void arena_absorb(struct arena *arena, struct arena *other);

/* Zeroed, aligned for any type. `count * size` is checked for overflow. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);
/* Not zeroed: for bytes that are about to be written. */
void *arena_bytes(struct arena *arena, size_t bytes);

/* About to be written: the system is asked for all of it at once, not a page at a time. */
void arena_expect(void *at, size_t bytes);

/* Everything allocated since the mark is given back by the rewind. */
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Bytes taken from the system by this arena, for the bench. */
size_t arena_footprint(const struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))

/* A growing array in an arena. Declare the type once:
 *     struct laureates { struct laureate *at; size_t count, capacity; };
 * PUSH returns the address of a new zeroed last item, valid until the next PUSH. */
#define PUSH(arena, list)                                                                                              \
    ((void)((list)->count == (list)->capacity ? (void)((list)->at = arena_grow((arena), (list)->at, (list)->count,     \
                                                                               &(list)->capacity, sizeof *(list)->at)) \
                                              : (void)0),                                                              \
     &(list)->at[(list)->count++])

/* Room for `more` bytes after the first `count`, with as much again to come; nothing is zeroed. */
char *arena_more(struct arena *arena, const char *bytes, size_t count, size_t *capacity, size_t more);
/* Doubles `capacity` (at least 8) and moves `count` items; new room is zeroed. */
void *arena_grow(struct arena *arena, const void *items, size_t count, size_t *capacity, size_t size);

#endif
