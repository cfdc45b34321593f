/* Several files in one input: each begins with a line "=== name". What stands before the first is passed over. */
#ifndef FUZZ_BUNDLE_H
#define FUZZ_BUNDLE_H

#include "base/base.h"

struct bundle_file {
    struct str name, bytes;
};

/* Where the next such line begins, from the start of a line; the length when there is none. */
static inline size_t bundle_line(struct str all, size_t from)
{
    while (from < all.length && !str_starts(str_slice(all, from, all.length), STR("=== ")))
        from = str_index(all, '\n', from) + 1;
    return from < all.length ? from : all.length;
}

static inline bool bundle_next(struct str *rest, struct bundle_file *file)
{
    size_t at = bundle_line(*rest, 0), end = str_index(*rest, '\n', at), next = bundle_line(*rest, end + 1);
    if (at == rest->length)
        return false;
    file->name = str_slice(*rest, at + 4, end);
    file->bytes = str_slice(*rest, end + 1, next);
    *rest = str_slice(*rest, next, rest->length);
    return true;
}

#endif
