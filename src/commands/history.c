#define _XOPEN_SOURCE 700 /* realpath */
#include "history.h"

#include <git2.h>
#include <stdlib.h>
#include <limits.h>
#include <string.h>

struct history {
    git_repository *repository;
    struct str prefix; /* of the data repository below git's work tree, '/' at its end, or empty */
    git_blame *blame;  /* of `path` */
    struct str path;
    struct folder folder;
};

/* Where the data folder stands in the work tree. */
static bool prefix_of(struct arena *arena, const char *folder, const char *tree, struct str *prefix)
{
    char data[PATH_MAX], root[PATH_MAX];
    if (!realpath(folder, data) || !realpath(tree, root))
        return false;
    struct str below = str_of(data), above = str_of(root);
    if (!str_starts(below, above))
        return false;
    below = str_slice(below, above.length, below.length);
    while (below.length && *below.at == '/')
        below = str_slice(below, 1, below.length);
    *prefix = below.length ? str_print(arena, "%.*s/", STR_ARG(below)) : STR_NONE;
    return true;
}

struct history *history_open(struct arena *arena, const struct folder *folder)
{
    struct history *history = ARENA_NEW(arena, struct history);
    struct str name = str_copy(arena, folder->path);
    git_libgit2_init();
    /* Reading history is safe in a folder that belongs to somebody else: nothing of its configuration is run. */
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    bool opened = git_repository_open_ext(&history->repository, name.at, GIT_REPOSITORY_OPEN_CROSS_FS, NULL) == 0;
    const char *tree = opened ? git_repository_workdir(history->repository) : NULL;
    if (tree && prefix_of(arena, name.at, tree, &history->prefix)) {
        history->folder = *folder;
        return history;
    }
    if (opened)
        git_repository_free(history->repository);
    git_libgit2_shutdown();
    return NULL;
}

void history_close(struct history *history)
{
    if (!history)
        return;
    git_blame_free(history->blame);
    git_repository_free(history->repository);
    git_libgit2_shutdown();
}

/* The blame of the committed file, carried over to what the file holds now. */
static void blame_file(struct history *history, struct arena *arena, struct str path)
{
    git_blame *committed = NULL;
    struct file file = {.path = path};
    struct str bytes;
    git_blame_free(history->blame);
    history->blame = NULL;
    history->path = str_copy(arena, path);
    struct str below = str_print(arena, "%.*s%.*s", STR_ARG(history->prefix), STR_ARG(path));
    if (git_blame_file(&committed, history->repository, below.at, NULL) != 0)
        return;
    if (file_read(arena, &history->folder, &file, &bytes) != FILE_OK ||
        git_blame_buffer(&history->blame, committed, bytes.at, bytes.length) != 0)
        history->blame = NULL;
    git_blame_free(committed);
}

static bool commit_fill(struct history *history, struct arena *arena, const git_oid *id, struct commit *commit)
{
    git_commit *found;
    char text[13];
    if (git_commit_lookup(&found, history->repository, id) != 0)
        return false;
    const git_signature *author = git_commit_author(found);
    commit->id = str_copy(arena, str_of(git_oid_tostr(text, sizeof text, id)));
    commit->author = str_copy(arena, str_of(author->name));
    commit->date = (struct date){(int32_t)((author->when.time + (git_time_t)author->when.offset * 60) / 86400)};
    commit->summary = str_copy(arena, str_of(git_commit_summary(found)));
    git_commit_free(found);
    return true;
}

bool history_line(struct history *history, struct arena *arena, struct str path, uint32_t line, struct commit *commit)
{
    *commit = (struct commit){.date = DATE_NONE};
    if (!history)
        return false;
    if (!str_equal(history->path, path))
        blame_file(history, arena, path);
    const git_blame_hunk *hunk = history->blame ? git_blame_get_hunk_byline(history->blame, line) : NULL;
    if (!hunk)
        return false;
    /* A hunk of no commit: the line has changed since the last one. */
    static const git_oid none = {{0}};
    return !memcmp(&hunk->final_commit_id, &none, sizeof none) ||
           commit_fill(history, arena, &hunk->final_commit_id, commit);
}
