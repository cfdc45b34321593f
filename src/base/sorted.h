/* Arrays of structs sorted by a text that each holds at the same offset: names, paths, keys. */
#ifndef BASE_SORTED_H
#define BASE_SORTED_H

#include "text.h"

/* Index of the first item whose text does not come before `wanted`, or count. */
size_t sorted_from(const void *items, size_t count, size_t size, size_t offset, struct str wanted);
/* The item of that text, NULL where there is none. */
void *sorted_find(const void *items, size_t count, size_t size, size_t offset, struct str wanted);

/* SORTED_FIND(jobs->at, jobs->count, struct job, path, wanted) is a struct job * or NULL. */
#define SORTED_FROM(items, count, type, member, wanted)                                                                \
    sorted_from((items), (count), sizeof(type), offsetof(type, member), (wanted))
#define SORTED_FIND(items, count, type, member, wanted)                                                                \
    ((type *)sorted_find((items), (count), sizeof(type), offsetof(type, member), (wanted)))

#endif
