/* Writing outputs whole: a temporary file beside each, then a rename. */
#define _GNU_SOURCE /* syncfs */
#include "base.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

/* Every folder before a '/' of the path. */
static bool parents_make(char *path)
{
    for (char *slash = path + 1; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = '\0';
        bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made)
            return false;
    }
    return true;
}

/* The first free name of a temporary file beside `path`; a file left there by a run that was killed is passed over. */
static int temporary_open(const char *path, char temporary[static PATH_MAX])
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    for (unsigned attempt = 0; attempt < 10000; attempt++) {
        int length =
            snprintf(temporary, PATH_MAX, "%.*s" PATH_TEMPORARY "%ld-%u", folder, path, (long)getpid(), attempt);
        if (length < 0 || length >= PATH_MAX) {
            errno = ENAMETOOLONG;
            return -1;
        }
        int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static bool write_whole(int fd, struct str content)
{
    for (size_t done = 0; done < content.length;) {
        ssize_t count = write(fd, content.at + done, content.length - done);
        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        done += count > 0 ? (size_t)count : 0;
    }
    return true;
}

static bool close_whole(int fd, bool written)
{
    int error = errno;
    bool closed = close(fd) == 0;
    if (!written)
        errno = error;
    return written && closed;
}

/* What a person set on the file that stands there outlives the rename; a disk without modes has none to keep. */
static void mode_keep(int fd, const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
        (void)fchmod(fd, status.st_mode & 0777);
}

/* The content in a temporary file beside `path`, whose folders are made. */
static bool temporary_write(char *path, struct str content, char temporary[static PATH_MAX])
{
    int fd = parents_make(path) ? temporary_open(path, temporary) : -1;
    if (fd < 0)
        return false;
    mode_keep(fd, path);
    bool written = close_whole(fd, write_whole(fd, content) && fsync(fd) == 0);
    int error = errno;
    if (!written)
        unlink(temporary);
    errno = error;
    return written;
}

static bool rename_or_drop(const char *temporary, const char *path)
{
    if (rename(temporary, path) == 0)
        return true;
    int error = errno;
    unlink(temporary);
    errno = error;
    return false;
}

static bool path_terminated(struct str path, char room[static PATH_MAX])
{
    bool fits = path.length && path.length < PATH_MAX && !memchr(path.at, '\0', path.length);
    errno = path.length ? ENAMETOOLONG : ENOENT;
    if (fits)
        memcpy(room, path.at, path.length);
    room[fits ? path.length : 0] = '\0';
    return fits;
}

bool folders_make(struct str path)
{
    char terminated[PATH_MAX];
    return path_terminated(path, terminated) && parents_make(terminated) &&
           (mkdir(terminated, 0777) == 0 || errno == EEXIST);
}

bool path_fill(struct str path, struct str content)
{
    char terminated[PATH_MAX];
    int fd = path_terminated(path, terminated) ? open(terminated, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : -1;
    return fd >= 0 && close_whole(fd, write_whole(fd, content));
}

bool path_sync(struct str path)
{
    char terminated[PATH_MAX];
    int fd = path_terminated(path, terminated) ? open(terminated, O_WRONLY | O_CLOEXEC) : -1;
    return fd >= 0 && close_whole(fd, fsync(fd) == 0);
}

#ifdef __linux__
/* Before Linux 5.8 syncfs did not say that a write had failed (its manual page). */
static bool syncfs_tells(void)
{
    struct utsname system;
    if (uname(&system) != 0)
        return false;
    char *end;
    long major = strtol(system.release, &end, 10), minor = *end == '.' ? strtol(end + 1, NULL, 10) : 0;
    return major > 5 || (major == 5 && minor >= 8);
}

/* Of other file systems (a network, a program of somebody’s) it is not known whether syncfs does for all what fsync
 * does for one. */
static bool syncs_whole(int fd)
{
    struct statfs status;
    bool known = syncfs_tells() && fstatfs(fd, &status) == 0;
    return known &&
           (status.f_type == EXT4_SUPER_MAGIC || status.f_type == XFS_SUPER_MAGIC ||
            status.f_type == BTRFS_SUPER_MAGIC) &&
           syncfs(fd) == 0;
}
#else
static bool syncs_whole(int fd)
{
    (void)fd;
    return false;
}
#endif

bool folder_sync_all(const struct folder *folder)
{
    return folder->fd >= 0 && syncs_whole(folder->fd);
}

bool path_write(struct str path, struct str content)
{
    char terminated[PATH_MAX], temporary[PATH_MAX];
    return path_terminated(path, terminated) && temporary_write(terminated, content, temporary) &&
           rename_or_drop(temporary, terminated);
}

/* ---- several at once ---- */

/* True when no part of the path below `from` is a symbolic link; what is not there yet is none. */
static bool without_links(char *path, size_t from)
{
    struct stat status;
    bool link = false;
    for (char *slash = path + from; slash && !link;) {
        slash = strchr(slash + 1, '/');
        if (slash)
            *slash = '\0';
        link = lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
        if (slash)
            *slash = '/';
    }
    if (link)
        errno = ELOOP;
    return !link;
}

/* True when every step of the path names something below the folder. */
static bool steps_down(struct str path)
{
    struct str step;
    bool down = path.length && path.at[path.length - 1] != '/';
    while (down && str_split(&path, '/', &step))
        down = step.length && !str_equal(step, STR(".")) && !str_equal(step, STR(".."));
    if (!down)
        errno = EACCES;
    return down;
}

/* A rename onto a folder would fail once others are done. */
static bool is_no_folder(const char *path)
{
    struct stat status;
    bool folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    if (folder)
        errno = EISDIR;
    return !folder;
}

static bool overlay_prepare(const struct folder *folder, struct str path, struct str content, char whole[PATH_MAX],
                            char temporary[PATH_MAX])
{
    int length = snprintf(whole, PATH_MAX, "%.*s/%.*s", STR_ARG(folder->path), STR_ARG(path));
    if (length < 0 || length >= PATH_MAX) {
        errno = ENAMETOOLONG;
        return false;
    }
    return steps_down(path) && without_links(whole, folder->path.length) && is_no_folder(whole) &&
           temporary_write(whole, content, temporary);
}

bool overlay_write(struct arena *arena, const struct folder *folder, const struct overlay *overlay, struct str *failed)
{
    struct strs temporaries = {NULL, 0, 0}, wholes = {NULL, 0, 0};
    char whole[PATH_MAX], temporary[PATH_MAX];
    bool written = true;
    for (size_t i = 0; i < overlay->paths.count && written; i++) {
        *failed = overlay->paths.at[i];
        written = overlay_prepare(folder, overlay->paths.at[i], overlay->texts.at[i], whole, temporary);
        if (!written)
            break;
        *PUSH(arena, &temporaries) = str_copy(arena, str_of(temporary));
        *PUSH(arena, &wholes) = str_copy(arena, str_of(whole));
    }
    int error = errno;
    for (size_t i = 0; i < temporaries.count; i++) {
        bool renamed = written && rename(temporaries.at[i].at, wholes.at[i].at) == 0;
        if (written && !renamed) {
            error = errno;
            *failed = overlay->paths.at[i];
        }
        if (!renamed)
            unlink(temporaries.at[i].at);
        written = renamed;
    }
    errno = error;
    return written;
}
