/* The output folder: locked, every file whole or absent, its manifest. Private to `commands`. What the program keeps
 * for itself is in OUT/.bilan: the lock, temporary files, and for each file the fingerprint of what it was made from.
 */
#ifndef COMMANDS_OUTPUT_H
#define COMMANDS_OUTPUT_H

#include "session.h"

/* One file that is current in OUT: a line of the manifest. */
struct entry {
    struct str path;                                            /* below OUT */
    struct str deliverable, audience, period, laureate, format; /* period and laureate may be empty */
    uint64_t bytes;
    struct sha256 hash;
    struct sha256 made_from; /* of all that decides its bytes; zero when unknown */
};
struct entries {
    struct entry *at;
    size_t count, capacity;
};

struct output {
    struct str folder;
    int lock;               /* descriptor, held while the build runs */
    struct entries entries; /* sorted by path */
};

/* The first input that lies in the folder asked for, empty where there is none: the next run would take what it finds
 * there for deliverables. */
struct str output_input(struct arena *arena, struct str folder, const struct facts *facts);
enum output_problem { OUTPUT_OK, OUTPUT_BUSY, OUTPUT_FAILED /* errno */ };
/* Makes the folder, takes the lock, sweeps temporary files that a killed build left, reads the manifest. */
enum output_problem output_open(struct arena *arena, struct str folder, struct output *output);
void output_close(struct output *output);
/* Where workers write before files are renamed into place. */
struct str output_temporaries(struct arena *arena, const struct output *output);
struct str output_temporary(struct arena *arena, const struct output *output, size_t job, enum format format);
struct str output_path(struct arena *arena, const struct output *output, struct str path);
/* By path. */
void entries_sort(struct entries *entries);
struct entry *output_find(const struct output *output, struct str path);
/* True when the file at the entry's path is there with the entry's size. */
bool output_present(struct arena *arena, const struct output *output, const struct entry *entry);
/* Renames the temporary file to its place. False, errno kept, on failure. */
bool output_place(struct arena *arena, const struct output *output, struct str temporary, struct str path);
/* Removes a file and the folders that this leaves empty. */
void output_remove(struct arena *arena, const struct output *output, struct str path);
/* manifest.json and the fingerprints; not touched when they already say the same. False, errno kept, on failure. */
bool manifest_write(struct arena *arena, const struct output *output, const struct programme *programme,
                    struct sha256 inputs);
void manifest_read(struct arena *arena, struct output *output);

#endif
