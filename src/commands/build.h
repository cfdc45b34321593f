/* One build, from the plan to what stands in OUT. Private to the build_*.c of this room. */
#ifndef COMMANDS_BUILD_H
#define COMMANDS_BUILD_H

#include "flusher.h"
#include "gates.h"
#include "output.h"
#include "progress.h"
#include "workers.h"

#include "render/render.h"

struct build {
    struct session session;
    struct plan plan;
    struct output output;
    struct composer composer;
    struct render_device *device;
    struct sha256 inputs, made_from[FORMAT_COUNT];
    struct sha256 pages_from[AUDIENCE_COUNT][FORMAT_COUNT]; /* also of what pages lead to */
    struct shelf shelf;
    struct entries fresh;       /* the manifest to be */
    struct strs lost;           /* files of pages that could not be made */
    const struct job **todo;    /* jobs handed to the workers */
    bool (*told)[FORMAT_COUNT]; /* of each, the files that its worker has told of, made or not */
    size_t todo_count, ended;
    struct progress progress;
    struct flusher flusher;
    size_t written, unchanged, withheld, failed, removed;
    bool machine_failed, unpublished; /* unpublished: the edition was refused, whatever was made */
    bool done;                        /* there is something to sum up */
};

/* Whether any file that is asked for is laid out on pages. */
bool build_makes_paged(const struct build *build);
/* Of all that was read, and of what makes a format; then what a file of a job is made from. */
void build_fingerprint(struct build *build);
struct sha256 build_made_from(const struct build *build, const struct job *job, enum format format);

/* What a worker does with one job (a `work`), and what the parent makes of it. */
void build_job(void *data, size_t index, struct arena *memory, struct worker_link *link,
               struct diagnostics *diagnostics);
void build_made(void *data, size_t index, enum format format, struct made made);
void build_placed(void *data, size_t index, enum format format, struct made made);
void build_ended(void *data, size_t index, bool died);
/* The entry that stands for a path in OUT goes into the manifest to be. */
void build_keep(struct build *build, struct str path);
/* Whether the file is of a page that could not be made. */
bool build_has_lost(const struct build *build, struct str path);
void build_not_written(struct build *build, struct str path, int problem);

/* Which documents, or which pages of sites, are withheld, up to date, to do. */
void build_sort_out(struct build *build, bool pages);
/* What stands in OUT now, and the pages that will: what these can lead to. Nothing where no page is asked for. */
void build_shelve(struct build *build);
/* Removes what no longer belongs and completes the manifest to be. */
void build_settle(struct build *build);
/* An edition is whole: false after saying which option leaves documents out of it. */
bool build_publishes_all(const struct build *build);
/* Records the published figures in the data repository. */
void build_publish(struct build *build);
void build_say(const struct build *build);

#endif
