/* Opening a path that must stay below a folder, symbolic links included. */
#ifndef BASE_BENEATH_H
#define BASE_BENEATH_H

/* A descriptor, or -1 with errno: EXDEV when the path leads out of `root`. `path` is relative; the descriptor is closed
 * by exec. The kernel answers where it can (openat2); elsewhere each component is opened in turn. */
int open_beneath(int root, const char *path, int flags);

/* The same, component by component: what serves where the kernel has no openat2. */
int open_beneath_by_steps(int root, const char *path, int flags);

#endif
