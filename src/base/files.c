/* Reading inputs below one folder. */
#include "base.h"
#include "beneath.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COMPARED = 32 << 10 }; /* bytes at a time */
enum { READ_FLAGS = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC };

static enum file_problem problem_of(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return FILE_ABSENT;
    case EACCES:
    case EPERM:
    case EXDEV:
    case ELOOP:
        return FILE_FORBIDDEN;
    case EFBIG:
        return FILE_TOO_LARGE;
    case ENXIO:
    case EISDIR:
        return FILE_NOT_REGULAR;
    default:
        return FILE_UNREADABLE;
    }
}

enum file_problem folder_open(struct arena *arena, struct str path, struct folder *folder)
{
    *folder = (struct folder){.path = str_copy(arena, path)};
    folder->fd = open(folder->path.at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder->fd < 0)
        return errno == ENOTDIR ? FILE_NOT_REGULAR : problem_of(errno);
    return FILE_OK;
}

void folder_close(struct folder *folder)
{
    if (folder->fd >= 0)
        close(folder->fd);
    folder->fd = -1;
}

/* Reads to the end, whatever fstat said: a file may shrink or grow meanwhile. */
static enum file_problem read_whole(struct arena *arena, int fd, struct str *content)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return problem_of(errno);
    if (!S_ISREG(status.st_mode))
        return FILE_NOT_REGULAR;
    if (status.st_size > (off_t)FILE_BYTES_MAX)
        return FILE_TOO_LARGE;
    size_t room = (size_t)status.st_size + 1, length = 0;
    char *bytes = arena_bytes(arena, room + 1);
    for (;;) {
        ssize_t count = read(fd, bytes + length, room - length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return problem_of(errno);
        length += (size_t)count;
        if (!count || length > FILE_BYTES_MAX || (length == (size_t)status.st_size && length < room))
            break;
        if (length == room) {
            room *= 2;
            bytes = memcpy(arena_bytes(arena, room + 1), bytes, length);
        }
    }
    bytes[length] = '\0';
    *content = (struct str){bytes, length};
    return length > FILE_BYTES_MAX ? FILE_TOO_LARGE : FILE_OK;
}

static enum file_problem read_and_close(struct arena *arena, int fd, struct str *content)
{
    if (fd < 0)
        return problem_of(errno);
    enum file_problem problem = read_whole(arena, fd, content);
    close(fd);
    return problem;
}

static bool is_terminated(struct str path, char room[static PATH_MAX])
{
    if (path.length >= PATH_MAX || memchr(path.at, '\0', path.length))
        return false;
    memcpy(room, path.at, path.length);
    room[path.length] = '\0';
    return true;
}

/* What the overlay has at this path, or NULL. */
static const struct str *overlaid(const struct folder *folder, struct str path)
{
    for (size_t i = 0; folder->over && i < folder->over->paths.count; i++)
        if (str_equal(folder->over->paths.at[i], path))
            return &folder->over->texts.at[i];
    return NULL;
}

static enum file_problem read_beneath(struct arena *arena, const struct folder *folder, const char *path,
                                      struct str *content)
{
    /* O_NONBLOCK: a pipe that nobody writes to must not hold the run. */
    int fd = open_beneath(folder->fd, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    return read_and_close(arena, fd, content);
}

enum file_problem file_read(struct arena *arena, const struct folder *folder, struct file *file, struct str *content)
{
    char path[PATH_MAX];
    *content = STR("");
    if (!file->path.length || !is_terminated(file->path, path))
        return FILE_ABSENT;
    const struct str *over = overlaid(folder, file->path);
    enum file_problem problem = over ? FILE_OK : read_beneath(arena, folder, path, content);
    if (over)
        *content = str_copy(arena, *over);
    if (problem == FILE_OK) {
        file->bytes = content->length;
        if (!folder->unhashed)
            file->hash = sha256_of(*content);
        file->was_read = true;
    }
    return problem;
}

uint64_t file_size(const struct folder *folder, const struct file *file)
{
    char path[PATH_MAX];
    struct stat status;
    const struct str *over = overlaid(folder, file->path);
    if (over)
        return over->length;
    /* Of a link nothing is said: what it leads to is looked at where that is safe, when it is read. */
    bool known = is_terminated(file->path, path) && fstatat(folder->fd, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
    return known && S_ISREG(status.st_mode) && status.st_size > 0 ? (uint64_t)status.st_size : 0;
}

enum file_problem path_read(struct arena *arena, struct str path, struct str *content)
{
    char terminated[PATH_MAX];
    *content = STR("");
    if (!path.length || !is_terminated(path, terminated))
        return FILE_ABSENT;
    int fd = open(terminated, READ_FLAGS);
    return read_and_close(arena, fd, content);
}

/* By pieces that stay in the processor’s cache. */
static bool holds(int fd, struct str content)
{
    char piece[COMPARED];
    for (size_t done = 0; done < content.length;) {
        ssize_t count = read(fd, piece, sizeof piece);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || (size_t)count > content.length - done || memcmp(piece, content.at + done, (size_t)count) != 0)
            return false;
        done += (size_t)count;
    }
    return true;
}

bool path_holds(struct str path, struct str content)
{
    char terminated[PATH_MAX];
    struct stat status;
    int fd = path.length && is_terminated(path, terminated) ? open(terminated, READ_FLAGS) : -1;
    if (fd < 0)
        return false;
    bool same = fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size == (off_t)content.length &&
                holds(fd, content);
    close(fd);
    return same;
}
