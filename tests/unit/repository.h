/* A data repository on disk for a test: written, checked, removed. */
#ifndef TEST_REPOSITORY_H
#define TEST_REPOSITORY_H

#include "unit.h"

#include "check/check.h"

#include <ftw.h>
#include <stdio.h>

struct repository {
    struct arena *arena;
    char path[64];
    struct folder folder;
    struct facts *facts;
    struct diagnostics *diagnostics;
};

static inline void repository_start(struct repository *r)
{
    memset(r, 0, sizeof *r);
    r->arena = arena_new();
    strcpy(r->path, "/tmp/bilan-test-XXXXXX");
    assert_non_null(mkdtemp(r->path));
}

static inline void repository_file(struct repository *r, const char *name, const char *content)
{
    assert_true(path_write(str_print(r->arena, "%s/%s", r->path, name), str_of(content)));
}

static inline void repository_check(struct repository *r, int jobs)
{
    assert_int_equal(folder_open(r->arena, str_of(r->path), &r->folder), FILE_OK);
    r->diagnostics = diagnostics_new(r->arena);
    r->facts = check_repository(r->arena, r->folder, (struct check_options){.jobs = jobs}, r->diagnostics);
    diagnostics_sort(r->diagnostics);
    folder_close(&r->folder);
}

/* How many times a message was said. */
static inline size_t repository_said(const struct repository *r, enum message message)
{
    size_t count = 0;
    for (size_t i = 0; i < r->diagnostics->count; i++)
        count += r->diagnostics->at[i].message == message;
    return count;
}

static inline int repository_remove(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

static inline void repository_end(struct repository *r)
{
    nftw(r->path, repository_remove, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(r->arena);
}

#endif
