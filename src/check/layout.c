/* What each file of the repository is, by its path alone. */
#include "work.h"

#define SEGMENTS_MAX 3

struct path {
    struct str segment[SEGMENTS_MAX + 1]; /* the last without its extension */
    size_t count;
    struct str extension;
};

struct place file_place(uint32_t file)
{
    return (struct place){file, 0, 0};
}

size_t kind_index(const struct input_kind *kind)
{
    return (size_t)(kind - input_kinds);
}

static struct path path_of(struct str text)
{
    struct path path = {0};
    struct str rest = text, piece;
    while (path.count <= SEGMENTS_MAX && str_split(&rest, '/', &piece))
        path.segment[path.count++] = piece;
    struct str *last = &path.segment[path.count ? path.count - 1 : 0];
    size_t dot = last->length;
    while (dot && last->at[dot - 1] != '.')
        dot--;
    if (dot > 1) {
        path.extension = str_slice(*last, dot, last->length);
        *last = str_slice(*last, 0, dot - 1);
    }
    return path;
}

static struct str shape_extension(enum input_shape shape)
{
    return shape == INPUT_FOLDER ? STR_NONE : shape == INPUT_MARKDOWN ? STR("md") : STR("csv");
}

static bool is_hole(struct str pattern)
{
    return pattern.length && pattern.at[0] == '<';
}

/* A hole that must hold a period or a date is not filled by something else. */
static bool hole_fits(struct str hole, struct str text, struct source *source)
{
    struct date date;
    struct period period;
    if (str_equal(hole, STR("<date>")))
        return date_parse(text, &date);
    bool year = str_equal(hole, STR("<year>"));
    if (!year && !str_equal(hole, STR("<period>")))
        return true;
    source->period_name = text;
    return period_parse(text, 1, &period) && (!year || period.kind == PERIOD_YEAR);
}

/* Does the path fit the kind's pattern? Fills the words that stand for its holes. */
static bool fits(const struct input_kind *kind, const struct path *path, struct source *source)
{
    struct str en = kind->en, fr = kind->fr, english, french;
    size_t at = 0, parts = 0;
    *source = (struct source){.kind = kind};
    for (; str_split(&en, '/', &english) && str_split(&fr, '/', &french); at++) {
        if (at >= path->count)
            return false;
        struct str text = path->segment[at];
        if (is_hole(english) ? !hole_fits(english, text, source)
                             : !name_equal(text, english) && !name_equal(text, french))
            return false;
        if (is_hole(english) && parts < 2)
            source->part[parts++] = text;
    }
    return at == path->count;
}

static bool recognise(struct str text, struct source *source)
{
    struct path path = path_of(text);
    for (size_t i = 0; i < input_kind_count; i++) {
        const struct input_kind *kind = &input_kinds[i];
        bool folder = kind->shape == INPUT_FOLDER && path.count > 1 &&
                      (name_equal(path.segment[0], kind->en) || name_equal(path.segment[0], kind->fr));
        if (folder) {
            *source = (struct source){.kind = kind};
            return true;
        }
        if (kind->shape != INPUT_FOLDER && name_equal(path.extension, shape_extension(kind->shape)) &&
            fits(kind, &path, source))
            return true;
    }
    *source = (struct source){0};
    return false;
}

/* Files and folders named x-… are the user's own. */
static bool is_private(struct str path)
{
    struct str piece;
    while (str_split(&path, '/', &piece))
        if (str_starts(piece, STR("x-")) || str_starts(piece, STR("X-")))
            return true;
    return false;
}

/* The names that a file in the same folder could have had. */
static struct strs names_beside(struct check *check, const struct path *path)
{
    struct strs names = {0};
    for (size_t i = 0; i < input_kind_count; i++) {
        struct path en = path_of(input_kinds[i].en), fr = path_of(input_kinds[i].fr);
        bool beside = en.count == path->count && name_equal(shape_extension(input_kinds[i].shape), path->extension);
        for (size_t s = 0; beside && s + 1 < path->count; s++)
            beside = is_hole(en.segment[s]) || name_equal(path->segment[s], en.segment[s]) ||
                     name_equal(path->segment[s], fr.segment[s]);
        if (!beside || is_hole(en.segment[en.count - 1]))
            continue;
        *PUSH(check->scratch, &names) = fr.segment[fr.count - 1];
        *PUSH(check->scratch, &names) = en.segment[en.count - 1];
    }
    return names;
}

static bool is_workbook(struct str extension)
{
    return name_equal(extension, STR("xlsx")) || name_equal(extension, STR("xls")) || name_equal(extension, STR("ods"));
}

static bool is_among(const struct strs *names, struct str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (name_equal(names->at[i], name))
            return true;
    return false;
}

/* A CSV that nothing reads is worth a word; of the texts, only those that look like a slip. */
static void report_unknown(struct check *check, uint32_t file)
{
    struct path path = path_of(check->facts->files.at[file].path), read = path;
    bool workbook = is_workbook(path.extension);
    read.extension = workbook ? STR("csv") : path.extension;
    struct strs names = names_beside(check, &read);
    struct str last = path.segment[path.count - 1];
    struct str nearest = name_nearest(last, names.at, names.count);
    bool laureate = path.count == 3 &&
                    (name_equal(path.segment[0], STR("laureates")) || name_equal(path.segment[0], STR("laureats")));
    if (name_equal(path.extension, STR("csv")) ||
        (name_equal(path.extension, STR("md")) && (nearest.length || laureate))) {
        if (laureate && !nearest.length)
            nearest = STR("2025-T4, 2025-Q4");
        if (nearest.length)
            REPORT(check->diagnostics, file_place(file), MSG_unknown_file_near, {last, nearest});
        else
            REPORT(check->diagnostics, file_place(file), MSG_unknown_file, {last});
    } else if (workbook && (laureate || is_among(&names, last)))
        REPORT(check->diagnostics, file_place(file), MSG_workbook_not_read);
}

uint32_t source_next(const struct check *check, const struct input_kind *kind, uint32_t from)
{
    for (uint32_t file = from ? from : 1; file < check->facts->files.count; file++)
        if (check->sources[file].kind == kind)
            return file;
    return 0;
}

/* One file is enough for a kind whose path has no hole. */
static void report_twice(struct check *check)
{
    for (size_t i = 0; i < input_kind_count; i++) {
        const struct input_kind *kind = &input_kinds[i];
        uint32_t first = source_next(check, kind, 1);
        bool one = kind->shape != INPUT_FOLDER && str_index(kind->en, '<', 0) == kind->en.length;
        for (uint32_t next = first; one && next && (next = source_next(check, kind, next + 1)) != 0;) {
            REPORT(check->diagnostics, file_place(next), MSG_input_twice, {check->facts->files.at[first].path});
            check->sources[next].kind = NULL;
        }
    }
}

static void report_missing(struct check *check)
{
    for (size_t i = 0; i < input_kind_count; i++) {
        const struct input_kind *kind = &input_kinds[i];
        if (!kind->required || check->facts->present[i])
            continue;
        struct str extension = shape_extension(kind->shape);
        struct str en = str_print(check->scratch, "%.*s.%.*s", STR_ARG(kind->en), STR_ARG(extension));
        struct str fr = str_print(check->scratch, "%.*s.%.*s", STR_ARG(kind->fr), STR_ARG(extension));
        if (str_equal(fr, en))
            REPORT(check->diagnostics, file_place(0), MSG_input_missing_text, {fr});
        else
            REPORT(check->diagnostics, file_place(0), MSG_input_missing, {fr, en});
    }
}

void layout_recognise(struct check *check)
{
    struct facts *facts = check->facts;
    check->sources = ARENA_ARRAY(check->run, struct source, facts->files.count + 1);
    for (uint32_t file = 1; file < facts->files.count; file++) {
        struct str path = facts->files.at[file].path;
        if (is_private(path))
            continue;
        if (recognise(path, &check->sources[file]))
            facts->present[kind_index(check->sources[file].kind)] = true;
        else
            report_unknown(check, file);
    }
    report_twice(check);
    report_missing(check);
}

void layout_periods(struct check *check)
{
    for (uint32_t file = 1; file < check->facts->files.count; file++) {
        struct source *source = &check->sources[file];
        if (source->period_name.length)
            period_parse(source->period_name, check->facts->programme.year_start, &source->period);
    }
}
