/* Filled forms back into the data repository: a plan of files as they would be, checked as they would be, then written
 * as overlay_write promises. Private to `commands`. */
#ifndef COMMANDS_IMPORT_H
#define COMMANDS_IMPORT_H

#include "render/render.h"
#include "session.h"

/* ---- a CSV file in memory: rows that nothing changes stay as they were written, byte for byte ---- */
struct csv_line {
    uint32_t line; /* of the file as it stands; 0 for a new row */
    struct strs cells;
    uint16_t *columns; /* of each cell's first character */
    struct str raw;    /* as written, with its line end */
    struct str place;  /* the cell of the form that changed it, or empty */
    bool changed;
};
struct csv_file {
    struct str path; /* below the repository */
    const struct column *named;
    struct str before; /* what stands above the header: "sep=;" */
    struct str header_raw, line_end;
    bool mark, changed;
    bool unreadable; /* something stands there that must not be written over */
    char delimiter;
    struct strs header;
    size_t header_was; /* columns it had */
    struct csv_lines {
        struct csv_line *at;
        size_t count, capacity;
    } lines;
};
/* What stands at this path; a new file with the `first` columns where there is none. `kind` is a row of the table of
 * inputs. */
struct csv_file *csv_file_open(struct arena *arena, const struct facts *facts, struct str path, const char *kind,
                               const char *const *first);
struct csv_line *csv_file_line(struct csv_file *file, uint32_t line);
struct csv_line *csv_file_add(struct arena *arena, struct csv_file *file);
/* The text in the column of this English name; a column is made only for something to stand in it. */
void csv_put(struct arena *arena, struct csv_file *file, const struct facts *facts, struct csv_line *line,
             const char *english, struct str text);
/* The same in a column that has one name, or at an index. */
void csv_put_own(struct arena *arena, struct csv_file *file, struct csv_line *line, struct str name, struct str text);
void csv_put_at(struct arena *arena, struct csv_file *file, struct csv_line *line, size_t column, struct str text);
bool csv_file_has(const struct csv_file *file, const char *english);
struct str csv_file_text(struct arena *arena, struct csv_file *file);

/* Writes the answer into the row where it stands, or into a new row. False where the table has no room for it: one
 * with a column a period holds values alone, of its periods. */
bool answer_put(struct arena *arena, struct csv_file *file, const struct facts *facts, const struct form_answer *answer,
                struct period of_file);

/* ---- the plan ---- */
struct import_plan {
    struct session *session;
    struct overlay files; /* as they are to be written */
    struct csv_files {
        struct csv_file **at;
        size_t count, capacity;
    } open;
    size_t added, replaced, same, narratives, needs;
    bool refused;
};
/* Each compares one part of a form with what the repository holds. */
void import_answers(struct import_plan *plan, const struct form *form);
void import_narrative(struct import_plan *plan, const struct form *form);
void import_needs(struct import_plan *plan, const struct form *form);
/* After the last form: the files that changed, as they are to be written. */
void import_close(struct import_plan *plan);
/* Checks the repository as it would be, and refuses whatever would add an error to it. */
void import_check(struct import_plan *plan);

/* The file with these rows, opened once; one that stands there and cannot be read refuses the import. */
struct csv_file *import_file(struct import_plan *plan, struct str path, const char *kind, const char *const *first);
/* Refuses the import, since what stands at this path cannot be read. */
void import_refuse_file(struct import_plan *plan, struct str path);
/* The table of a kind ("needs") in a folder ("" or "laureats/arc/"), as it is written there, or as it would be. */
struct str import_path(const struct import_plan *plan, struct str folder, const char *kind);
/* What a file of the laureate's folder for this period is or would be called, below the repository. */
struct str form_file(struct arena *arena, const struct facts *facts, uint32_t laureate, struct period period,
                     struct str extension);
/* What is said where no line of an input is meant. */
#define PLACE_NONE ((struct place){0, 0, 0})

#endif
