/* Filled forms back into the data repository: a plan of files as they would be, then all of them written or none.
 * Private to `commands`. */
#ifndef COMMANDS_IMPORT_H
#define COMMANDS_IMPORT_H

#include "render/render.h"
#include "session.h"

/* A CSV file of measures in memory: its cells as written, changed and added to, in its own dialect. */
struct csv_file {
    struct str path; /* below the repository */
    bool mark, changed;
    char delimiter;
    struct strs header;
    struct csv_lines {
        struct csv_line {
            uint32_t line;
            struct strs cells;
        } * at;
        size_t count, capacity;
    } lines;
};
/* What stands at this path; a new file with its header where there is none. */
struct csv_file *csv_file_open(struct arena *arena, const struct facts *facts, struct str path);
/* Writes the answer into the row of this line, or into a new row where `line` is 0. False when there is no such row. */
bool csv_file_put(struct arena *arena, struct csv_file *file, const struct facts *facts,
                  const struct form_answer *answer, uint32_t line);
struct str csv_file_text(struct arena *arena, const struct csv_file *file);

/* What a file of the laureate's folder for this period is or would be called, below the repository. */
struct str form_file(struct arena *arena, const struct facts *facts, uint32_t laureate, struct period period,
                     struct str extension);
struct str form_narrative_text(struct arena *arena, const struct facts *facts, const struct form *form);

/* It has a row an observation; else a column a period, which is left to people. */
bool csv_file_is_long(const struct csv_file *file);

/* One form's answers compared with what the repository holds. */
struct import_plan {
    struct session *session;
    struct strs paths, texts; /* files to write */
    struct csv_files {
        struct csv_file **at;
        size_t count, capacity;
    } files; /* open */
    size_t added, replaced, same, narratives;
    bool refused;
};
void import_form(struct import_plan *plan, const struct form *form);
/* After the last form: the files that changed, as they are to be written. */
void import_close(struct import_plan *plan);

#endif
