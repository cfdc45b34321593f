#define _XOPEN_SOURCE 700 /* realpath */
#include "output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void sweep(struct arena *arena, struct str folder)
{
    DIR *list = opendir(folder.at);
    if (!list)
        return;
    for (struct dirent *item; (item = readdir(list));)
        if (strcmp(item->d_name, ".") != 0 && strcmp(item->d_name, "..") != 0)
            unlink(str_print(arena, "%s/%s", folder.at, item->d_name).at);
    closedir(list);
}

enum output_problem output_open(struct arena *arena, struct str folder, struct output *output)
{
    *output = (struct output){.folder = str_copy(arena, folder), .lock = -1};
    struct str temporary = output_temporaries(arena, output);
    if (!folders_make(temporary))
        return OUTPUT_FAILED;
    output->lock = open(str_print(arena, "%s/.bilan/lock", output->folder.at).at, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (output->lock < 0)
        return OUTPUT_FAILED;
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(output->lock, F_SETLK, &lock) != 0) {
        bool busy = errno == EACCES || errno == EAGAIN;
        close(output->lock);
        return busy ? OUTPUT_BUSY : OUTPUT_FAILED;
    }
    sweep(arena, temporary);
    manifest_read(arena, output);
    return OUTPUT_OK;
}

void output_close(struct output *output)
{
    close(output->lock);
}

struct str output_input(struct arena *arena, struct str folder, const struct facts *facts)
{
    char data[PATH_MAX], output[PATH_MAX];
    if (!realpath(facts->folder.path.at, data) || !realpath(folder.at, output))
        return STR_NONE;
    size_t length = strlen(data);
    if (strncmp(output, data, length) != 0 || output[length] != '/')
        return STR_NONE;
    struct str below = str_print(arena, "%s/", output + length + 1);
    for (size_t i = 1; i < facts->files.count; i++)
        if (facts->files.at[i].was_read && str_starts(facts->files.at[i].path, below))
            return facts->files.at[i].path;
    return STR_NONE;
}

struct str output_temporaries(struct arena *arena, const struct output *output)
{
    return str_print(arena, "%s/.bilan/tmp", output->folder.at);
}

struct str output_temporary(struct arena *arena, const struct output *output, size_t job, enum format format)
{
    return str_print(arena, "%s/.bilan/tmp/%zu-%d", output->folder.at, job, (int)format);
}

static int by_path(const void *a, const void *b)
{
    return str_compare(((const struct entry *)a)->path, ((const struct entry *)b)->path);
}

void entries_sort(struct entries *entries)
{
    if (entries->count)
        qsort(entries->at, entries->count, sizeof *entries->at, by_path);
}

struct entry *output_find(const struct output *output, struct str path)
{
    return SORTED_FIND(output->entries.at, output->entries.count, struct entry, path, path);
}

struct str output_path(struct arena *arena, const struct output *output, struct str path)
{
    return str_print(arena, "%s/%.*s", output->folder.at, STR_ARG(path));
}

bool output_present(struct arena *arena, const struct output *output, const struct entry *entry)
{
    struct stat found;
    return stat(output_path(arena, output, entry->path).at, &found) == 0 && S_ISREG(found.st_mode) &&
           (uint64_t)found.st_size == entry->bytes;
}

static struct str folder_of(struct str path)
{
    while (path.length && path.at[path.length - 1] != '/')
        path.length--;
    return str_slice(path, 0, path.length ? path.length - 1 : 0);
}

bool output_place(struct arena *arena, const struct output *output, struct str temporary, struct str path)
{
    struct str place = output_path(arena, output, path);
    if (rename(temporary.at, place.at) == 0)
        return true;
    return errno == ENOENT && folders_make(folder_of(place)) && rename(temporary.at, place.at) == 0;
}

void output_remove(struct arena *arena, const struct output *output, struct str path)
{
    unlink(output_path(arena, output, path).at);
    for (struct str folder = folder_of(path); folder.length; folder = folder_of(folder))
        if (rmdir(output_path(arena, output, folder).at) != 0)
            return;
}
