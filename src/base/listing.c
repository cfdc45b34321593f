/* Which files a data repository holds. */
#define _DEFAULT_SOURCE /* d_type */
#include "base.h"
#include "beneath.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEPTH_MAX 16

/* Names that say nothing: what tools leave behind, what forges show, and what users call their own. Capitals do not
 * matter. A name that ends in '*' is a beginning. */
static const struct str silent_names[] = {
    TEXT_OF(".*"),        TEXT_OF("~$*"),     TEXT_OF("x-*"),      TEXT_OF("x_*"),
    TEXT_OF("thumbs.db"), TEXT_OF("readme*"), TEXT_OF("license*"), TEXT_OF("licence*"),
};

struct listing {
    struct arena *arena;
    const struct folder *root;
    struct files *files;
    struct diagnostics *diagnostics;
};

static bool begins_alike(struct str name, struct str pattern)
{
    if (name.length < pattern.length)
        return false;
    for (size_t i = 0; i < pattern.length; i++) {
        char c = name.at[i];
        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != pattern.at[i])
            return false;
    }
    return true;
}

static bool is_silent(struct str name)
{
    for (size_t i = 0; i < sizeof silent_names / sizeof *silent_names; i++) {
        struct str pattern = silent_names[i];
        bool beginning = pattern.at[pattern.length - 1] == '*';
        pattern.length -= beginning;
        if ((beginning || name.length == pattern.length) && begins_alike(name, pattern))
            return true;
    }
    return false;
}

/* A name that could not be printed in a diagnostic or a document: control characters, or not UTF-8. */
static bool is_printable(struct str name)
{
    for (size_t i = 0; i < name.length; i++)
        if ((unsigned char)name.at[i] < 0x20 || name.at[i] == 0x7F)
            return false;
    return utf8_valid(name);
}

static struct str printable(struct arena *arena, struct str name)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.at[i];
        buffer_byte(&text, c < 0x20 || c >= 0x7F ? '?' : (char)c);
    }
    return buffer_str(&text);
}

static void complain(struct listing *listing, enum message message, struct str path)
{
    diagnostics_add(listing->diagnostics, (struct place){0, 0, 0}, (struct words){message, {path}});
}

static void file_add(struct listing *listing, struct str path)
{
    *PUSH(listing->arena, listing->files) = (struct file){.path = path};
}

static void list_link(struct listing *listing, struct str path)
{
    struct stat status;
    int fd = open_beneath(listing->root->fd, path.at, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    bool found = fd >= 0 && fstat(fd, &status) == 0;
    if (found && S_ISREG(status.st_mode))
        file_add(listing, path);
    else if (found || errno == ENXIO)
        complain(listing, MSG_link_ignored, path);
    else
        complain(listing, errno == EXDEV || errno == EACCES ? MSG_link_outside : MSG_link_broken, path);
    if (fd >= 0)
        close(fd);
}

static void list_folder(struct listing *listing, int parent, const char *name, struct str path, int depth);

/* False where the entry cannot be looked up. Many file systems say at once what is a folder, what a file. */
static bool look_up(int folder, const struct dirent *entry, mode_t *mode)
{
    struct stat status;
#ifdef DT_DIR
    *mode = entry->d_type == DT_DIR ? S_IFDIR : entry->d_type == DT_REG ? S_IFREG : 0;
    if (*mode)
        return true;
#endif
    if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    *mode = status.st_mode;
    return true;
}

static void list_entry(struct listing *listing, int folder, const struct dirent *entry, struct str below, int depth)
{
    const char *name = entry->d_name;
    struct str path = below.length ? str_print(listing->arena, "%.*s/%s", STR_ARG(below), name)
                                   : str_copy(listing->arena, str_of(name));
    mode_t mode;
    if (!is_printable(str_of(name)))
        complain(listing, MSG_name_unprintable, printable(listing->arena, path));
    else if (!look_up(folder, entry, &mode))
        complain(listing, MSG_folder_unreadable, path);
    else if (S_ISREG(mode))
        file_add(listing, path);
    else if (S_ISLNK(mode))
        list_link(listing, path);
    else if (S_ISDIR(mode))
        list_folder(listing, folder, name, path, depth + 1);
    else
        complain(listing, MSG_special_ignored, path);
}

static void list_folder(struct listing *listing, int parent, const char *name, struct str path, int depth)
{
    if (depth > DEPTH_MAX) {
        complain(listing, MSG_folder_too_deep, path);
        return;
    }
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = fd >= 0 ? fdopendir(fd) : NULL;
    if (!folder) {
        if (fd >= 0)
            close(fd);
        complain(listing, MSG_folder_unreadable, path.length ? path : STR("."));
        return;
    }
    /* A folder of deliverables inside the data repository is not its input: the program's own mark tells it. */
    if (depth && faccessat(fd, ".bilan", F_OK, 0) == 0) {
        closedir(folder);
        return;
    }
    struct dirent *entry;
    while ((void)(errno = 0), (entry = readdir(folder)) != NULL)
        if (!is_silent(str_of(entry->d_name)))
            list_entry(listing, fd, entry, path, depth);
    if (errno)
        complain(listing, MSG_folder_unreadable, path.length ? path : STR("."));
    closedir(folder);
}

/* Files that are not on disk yet. */
static void list_overlay(struct listing *listing)
{
    const struct overlay *over = listing->root->over;
    size_t listed = listing->files->count;
    for (size_t o = 0; over && o < over->paths.count; o++) {
        bool there = false;
        for (size_t i = 1; i < listed && !there; i++)
            there = str_equal(listing->files->at[i].path, over->paths.at[o]);
        if (!there)
            *PUSH(listing->arena, listing->files) = (struct file){.path = over->paths.at[o]};
    }
}

static int by_path(const void *a, const void *b)
{
    return str_compare(((const struct file *)a)->path, ((const struct file *)b)->path);
}

void folder_list(struct arena *arena, const struct folder *folder, struct files *files, struct diagnostics *diagnostics)
{
    struct listing listing = {arena, folder, files, diagnostics};
    if (!files->count)
        (void)PUSH(arena, files);
    list_folder(&listing, folder->fd, ".", STR_NONE, 0);
    list_overlay(&listing);
    /* The first is "no file" and stays. */
    qsort(files->at + 1, files->count - 1, sizeof *files->at, by_path);
}
