/* The door of `check`: located things become facts. Names are resolved, values
 * typed by the table of inputs, rules of the data repository checked, everything wrong reported at its
 * place. Facts are complete and constant afterwards. */
#ifndef CHECK_H
#define CHECK_H

#include "model/model.h"

struct check_options {
    int jobs;         /* threads for reading measures */
    bool errors_only; /* what could only be a warning or a note is not looked for */
};

/* Reads and checks a whole data repository. Never NULL; facts hold what could be understood. */
struct facts *check_repository(struct arena *run, struct folder folder, struct check_options options,
                               struct diagnostics *diagnostics);

/* The image at `path` as written in the file `from`, inside the repository after links are resolved; NULL with a
 * warning otherwise. Used while narratives are checked. */
const struct image *check_image(struct arena *run, struct facts *facts, struct str path, struct place from,
                                struct diagnostics *diagnostics);

/* A number as people write it (data-repo.md): the delimiter of the file tells the decimal mark. */
enum number_problem {
    NUMBER_OK,
    NUMBER_NOT,
    NUMBER_AMBIGUOUS,
    NUMBER_OTHER_MARK /* read, worth a note */,
    NUMBER_TOO_LONG
};
enum number_problem check_number(struct str text, char delimiter, struct number *number, struct str *suffix);

#endif
