#define _GNU_SOURCE /* syscall */
#include "beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LINKS_MAX 40

#ifdef SYS_openat2
#include <linux/openat2.h>

static int open_by_kernel(int root, const char *path, int flags)
{
    struct open_how how = {.flags = (unsigned)flags | O_CLOEXEC, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    /* EAGAIN: something was renamed meanwhile, so that the kernel could not tell. */
    for (int attempt = 0; attempt < 8; attempt++) {
        long fd = syscall(SYS_openat2, root, path, &how, sizeof how);
        if (fd >= 0 || errno != EAGAIN)
            return (int)fd;
    }
    return -1;
}
#else
static int open_by_kernel(int root, const char *path, int flags)
{
    (void)root, (void)path, (void)flags;
    errno = ENOSYS;
    return -1;
}
#endif

/* The path is rewritten, never followed: what stands before `done` are real folders, so ".." and links can be
 * resolved in the text, and the walk starts again from the root. */
struct walk {
    char path[PATH_MAX];
    size_t done; /* bytes already walked */
    int links;
};

static bool rewrite(struct walk *walk, size_t kept, const char *middle, const char *rest)
{
    char fresh[PATH_MAX];
    int length = snprintf(fresh, sizeof fresh, "%.*s%s%s", (int)kept, walk->path, middle, rest);
    if (length < 0 || (size_t)length >= sizeof fresh) {
        errno = ENAMETOOLONG;
        return false;
    }
    memcpy(walk->path, fresh, (size_t)length + 1);
    walk->done = 0;
    return true;
}

static bool step_up(struct walk *walk, const char *rest)
{
    size_t kept = walk->done;
    while (kept && walk->path[kept - 1] == '/')
        kept--;
    if (!kept) {
        errno = EXDEV;
        return false;
    }
    while (kept && walk->path[kept - 1] != '/')
        kept--;
    return rewrite(walk, kept, "", rest);
}

static bool follow(struct walk *walk, const char *target, const char *rest)
{
    if (target[0] == '/') {
        errno = EXDEV;
        return false;
    }
    if (++walk->links > LINKS_MAX) {
        errno = ELOOP;
        return false;
    }
    return rewrite(walk, walk->done, target, rest);
}

enum step { STEP_FAILED, STEP_AGAIN, STEP_DOWN, STEP_ARRIVED };

/* One component, below the folder `at`. STEP_AGAIN when the path was rewritten; *fd is what was opened. */
static enum step step(struct walk *walk, int at, int flags, int *fd)
{
    char name[NAME_MAX + 1], target[PATH_MAX];
    const char *from = walk->path + walk->done;
    size_t length = strcspn(from, "/"), slashes = strspn(from + length, "/");
    const char *rest = from + length + slashes;
    if (length > NAME_MAX) {
        errno = ENAMETOOLONG;
        return STEP_FAILED;
    }
    snprintf(name, sizeof name, "%.*s", (int)length, length ? from : ".");
    if (strcmp(name, ".") == 0 && *rest)
        return rewrite(walk, walk->done, "", rest) ? STEP_AGAIN : STEP_FAILED;
    if (strcmp(name, "..") == 0)
        return step_up(walk, rest) ? STEP_AGAIN : STEP_FAILED;
    ssize_t linked = readlinkat(at, name, target, sizeof target - 1);
    if (linked >= 0) {
        target[linked] = '\0';
        return follow(walk, target, from + length) ? STEP_AGAIN : STEP_FAILED;
    }
    *fd = openat(at, name, (*rest ? O_RDONLY : flags) | (slashes ? O_DIRECTORY : 0) | O_NOFOLLOW | O_CLOEXEC);
    walk->done = (size_t)(rest - walk->path);
    return *fd < 0 ? STEP_FAILED : *rest ? STEP_DOWN : STEP_ARRIVED;
}

static void close_below(int root, int fd)
{
    int kept = errno;
    if (fd != root)
        close(fd);
    errno = kept;
}

int open_beneath_by_steps(int root, const char *path, int flags)
{
    struct walk walk = {.done = 0};
    if (path[0] == '/' || strlen(path) >= sizeof walk.path) {
        errno = path[0] == '/' ? EXDEV : ENAMETOOLONG;
        return -1;
    }
    snprintf(walk.path, sizeof walk.path, "%s", path);
    int at = root;
    for (;;) {
        int fd = -1;
        enum step outcome = step(&walk, at, flags, &fd);
        close_below(root, at);
        if (outcome == STEP_FAILED || outcome == STEP_ARRIVED)
            return fd;
        at = outcome == STEP_AGAIN ? root : fd;
    }
}

int open_beneath(int root, const char *path, int flags)
{
    int fd = open_by_kernel(root, path, flags);
    /* EPERM: a sandbox that does not know the call. */
    if (fd < 0 && (errno == ENOSYS || errno == EPERM))
        return open_beneath_by_steps(root, path, flags);
    return fd;
}
