/* Files. Inputs are read below one folder and cannot escape it (no absolute
 * path, no "..", no symbolic link that leads out); every file actually read is
 * in the list with the SHA-256 of its bytes. Outputs appear whole or not at all. */
#ifndef BASE_FILES_H
#define BASE_FILES_H

#define FILE_BYTES_MAX (64u << 20)

enum file_problem {
    FILE_OK,
    FILE_ABSENT,
    FILE_FORBIDDEN, /* permission, or outside the folder */
    FILE_TOO_LARGE,
    FILE_NOT_REGULAR,
    FILE_UNREADABLE /* the machine failed */
};

struct sha256 {
    uint8_t byte[32];
};

/* One input file: its path below the root as the user wrote it, '/' between. */
struct file {
    struct str path;
    uint64_t bytes; /* once it was read */
    struct sha256 hash;
    bool was_read;
};

/* `at[0]` stands for "no file". Sorted by path after folder_list. */
struct files {
    struct file *at;
    size_t count, capacity;
};

/* Files as they would be: seen in the place of those on disk. */
struct overlay {
    struct strs paths, texts; /* paths below the folder */
};

struct folder {
    int fd;
    struct str path;            /* as given on the command line */
    const struct overlay *over; /* or NULL */
    bool unhashed;              /* nobody will ask for the hashes of what is read */
};

/* FILE_ABSENT where it does not exist, FILE_NOT_REGULAR where it is not a folder. */
enum file_problem folder_open(struct arena *arena, struct str path, struct folder *folder);
void folder_close(struct folder *folder);

/* Every regular file below the folder, sorted by path in bytes, added to `files`. Symbolic links to
 * files inside are followed, to folders are not; names that say nothing (dot files, "x-…", README, LICENSE) are
 * passed over. A folder that cannot be entered, or a link that leads out, is reported. */
void folder_list(struct arena *arena, const struct folder *folder, struct files *files,
                 struct diagnostics *diagnostics);

/* The whole content, followed by a NUL that is not counted. On FILE_OK fills *content and the file's bytes,
 * hash (unless the folder is unhashed) and was_read. */
enum file_problem file_read(struct arena *arena, const struct folder *folder, struct file *file, struct str *content);
/* How many bytes it seems to have, to make room by before it is read; 0 where nobody can say. */
uint64_t file_size(const struct folder *folder, const struct file *file);
/* A file that is not an input of the data repository: a template, a font, a dictionary. */
enum file_problem path_read(struct arena *arena, struct str path, struct str *content);
/* Whether the file is there, and has these very bytes. */
bool path_holds(struct str path, struct str content);

struct sha256 sha256_of(struct str bytes);
struct str sha256_text(struct arena *arena, struct sha256 hash); /* 64 hexadecimal digits */

/* How the name of a temporary file begins; one that is still there belongs to a run that was killed. */
#define PATH_TEMPORARY ".bilan-"

/* Every folder on the way to `path`, and itself. False, errno kept, on failure. */
bool folders_make(struct str path);
/* The file itself, for one that nobody reads yet: what stood there is lost. path_sync waits until it is on the disk.
 * False, errno kept. */
bool path_fill(struct str path, struct str content);
bool path_sync(struct str path);
/* The same for everything that was written to the disk of the folder since it was opened: where many files wait, a disk
 * is asked once instead of once a file. False where that cannot be known: each must then be waited for. */
bool folder_sync_all(const struct folder *folder);
/* Temporary file beside it, fsync, rename; makes the folders on the way. False, errno kept, on failure. */
bool path_write(struct str path, struct str content);
/* All of the overlay's files, or none where one cannot be written: every temporary file stands, and no folder in its
 * place, before the first rename. Only a disk that fails between two renames leaves the first ones done. *failed is the
 * one that cannot. No step of a path may be empty, "." or "..", no folder on the way a symbolic link: it could lead
 * out. */
bool overlay_write(struct arena *arena, const struct folder *folder, const struct overlay *overlay, struct str *failed);

/* What an errno means, in words for the person whose machine it is. */
const char *error_text(int error, enum language language);

#endif
