/* Names that stand for rows of other inputs. */
#include "work.h"

#include <string.h>

/* The field of a row, copied out and back: rows are seen as bytes here. */
#define LOAD(variable, row, column) memcpy(&(variable), (row) + (column)->offset, sizeof(variable))
#define STORE(variable, row, column) memcpy((row) + (column)->offset, &(variable), sizeof(variable))

static const struct column *key_of(const struct input_kind *kind)
{
    for (const struct column *c = kind->columns; c->en.length; c++)
        if (c->type == COLUMN_NAME)
            return c;
    return NULL;
}

static struct place cell_place(const char *row, size_t column)
{
    struct row head;
    memcpy(&head, row, sizeof head);
    return head.cells && head.cells[column].line ? head.cells[column] : head.at;
}

/* The place of a row, as "file:line". */
struct str place_text(struct arena *arena, const struct facts *facts, struct place place)
{
    struct str path = facts->files.at[place.file].path;
    return str_print(arena, "%.*s:%u", STR_ARG(path), place.line);
}

/* Said at the later of the two rows, whatever order they were put in. */
static void report_twice(struct check *check, struct str id, struct place a, struct place b)
{
    bool ordered = a.line < b.line;
    REPORT(check->diagnostics, ordered ? b : a, MSG_id_twice,
           {id, place_text(check->scratch, check->facts, ordered ? a : b)});
}

/* An id that would make a path lead elsewhere, or to what is hidden. */
static bool leads_away(struct str id)
{
    return str_starts(id, STR(".")) || str_index(id, '/', 0) < id.length || str_index(id, '\\', 0) < id.length;
}

static size_t rows_of(const struct check *check, const struct input_kind *kind)
{
    size_t count = input_rows(check->facts, kind).count;
    return count - (count && kind->from_one);
}

static bool has_error(const struct check *check, uint32_t file)
{
    for (size_t i = 0; i < check->diagnostics->count; i++)
        if (check->diagnostics->at[i].place.file == file && check->diagnostics->at[i].severity == SEVERITY_ERROR)
            return true;
    return false;
}

/* A file of which all else speaks and which has no row is what is wrong, not all else. */
static void report_empty(struct check *check, const struct input_kind *kind)
{
    uint32_t file = kind->required && !rows_of(check, kind) ? source_next(check, kind, 1) : 0;
    if (!file || has_error(check, file))
        return;
    diagnostics_drop(check->diagnostics, file, MSG_csv_empty);
    REPORT(check->diagnostics, file_place(file), MSG_input_empty,
           {check->facts->programme.language == LANGUAGE_FR ? kind->fr : kind->en});
}

/* Signs that part a figure's key, the terms of a ratio, or what a spreadsheet takes for a formula. */
static bool is_sign(const char *signs, char c)
{
    return (unsigned char)c < ' ' || strchr(signs, c);
}

/* "programme" and "territory=x" are subjects of figures that no laureate can be. */
static bool reads_otherwise(const struct input_kind *kind, struct str id)
{
    bool indicator = str_equal(kind->en, STR("indicators")), laureate = str_equal(kind->en, STR("laureates"));
    if (laureate && name_equal(id, STR("programme")))
        return true;
    for (size_t i = 0; (indicator || laureate) && i < id.length; i++)
        if (is_sign(laureate ? "=" : " @/;,~%\"", id.at[i]) || (indicator && i == 0 && is_sign("=+-", id.at[i])))
            return true;
    return false;
}

static struct str written_plainly(struct arena *arena, struct str id)
{
    struct buffer plain = {.arena = arena};
    for (size_t i = 0; i < id.length; i++) {
        bool sign = is_sign(" @/;,~%\"=+-", id.at[i]);
        if (!sign || plain.count)
            buffer_byte(&plain, sign ? '-' : id.at[i]);
    }
    return name_equal(id, STR("programme")) || !plain.count ? STR("le-programme") : buffer_str(&plain);
}

void references_index(struct check *check, const struct input_kind *kind)
{
    const struct column *key = key_of(kind);
    struct input_rows list = input_rows(check->facts, kind);
    if (!key)
        return;
    struct names *names = names_new(check->run, list.count);
    report_empty(check, kind);
    for (uint32_t i = kind->from_one; i < list.count; i++) {
        char *row = list.at + i * kind->row_size;
        struct str id;
        LOAD(id, row, key);
        if (kind->names_files && leads_away(id))
            REPORT(check->diagnostics, cell_place(row, (size_t)(key - kind->columns)), MSG_id_path, {id});
        if (reads_otherwise(kind, id))
            REPORT(check->diagnostics, cell_place(row, (size_t)(key - kind->columns)), MSG_id_sign,
                   {id, written_plainly(check->scratch, id)});
        uint32_t had = names_add(names, id, i + !kind->from_one);
        if (had)
            report_twice(check, id, cell_place(list.at + (had - !kind->from_one) * kind->row_size, 0),
                         cell_place(row, 0));
    }
    check->names[kind_index(kind)] = names;
}

const struct names *names_of(const struct check *check, const char *kind)
{
    return check->names[kind_index(input_kind(kind))];
}

/* Fills the index; false with a diagnostic if there is no such row. */
bool reference_resolve(struct check *check, const struct column *column, struct ref *ref, struct place place)
{
    const struct input_kind *kind = input_kind(column->refers);
    const struct names *names = check->names[kind_index(kind)];
    ref->index = names_find(names, ref->id);
    if (ref->index || !ref->id.length)
        return true;
    struct str instead = names_instead(check, check->scratch, names, ref->id);
    struct str file = check->facts->programme.language == LANGUAGE_FR ? kind->fr : kind->en;
    if (!rows_of(check, kind)) {
        if (!kind->required) /* else its being empty is the error, said once */
            REPORT(check->diagnostics, place, MSG_reference_to_empty, {ref->id, file});
        return false;
    }
    if (strcmp(column->refers, "indicators") == 0)
        REPORT(check->diagnostics, place, MSG_unknown_indicator, {ref->id, instead});
    else if (strcmp(column->refers, "laureates") == 0)
        REPORT(check->diagnostics, place, MSG_unknown_laureate, {ref->id, instead});
    else
        REPORT(check->diagnostics, place, MSG_unknown_reference, {ref->id, file, instead});
    return false;
}

static bool resolve_cell(struct check *check, const struct input_kind *kind, const struct column *column, char *row)
{
    struct place place = cell_place(row, (size_t)(column - kind->columns));
    if (column->type == COLUMN_REF) {
        struct ref ref;
        LOAD(ref, row, column);
        bool known = reference_resolve(check, column, &ref, place);
        STORE(ref, row, column);
        return known || !column->required;
    }
    if (column->type == COLUMN_REFS) {
        struct refs refs;
        LOAD(refs, row, column);
        for (size_t i = 0; i < refs.count; i++)
            reference_resolve(check, column, &refs.at[i], place);
    }
    return true;
}

/* Rows whose required reference leads nowhere are left out, unless others refer to them. */
static void resolve_kind(struct check *check, const struct input_kind *kind)
{
    struct input_rows list = input_rows(check->facts, kind);
    bool kept_whole = key_of(kind) != NULL;
    size_t kept = kind->from_one ? 1 : 0;
    for (size_t i = kept; i < list.count; i++) {
        char *row = list.at + i * kind->row_size;
        bool sound = true;
        for (const struct column *c = kind->columns; c->en.length; c++)
            sound = resolve_cell(check, kind, c, row) && sound;
        if (sound || kept_whole) {
            memmove(list.at + kept * kind->row_size, row, kind->row_size);
            kept++;
        }
    }
    list.count = kept;
    list_store(check->facts, kind, list);
}

void references_resolve(struct check *check)
{
    for (size_t i = 0; i < input_kind_count; i++)
        if (input_kinds[i].shape == INPUT_TABLE)
            resolve_kind(check, &input_kinds[i]);
}

bool member_find(const struct check *check, struct str name, uint32_t *laureate, uint32_t *funder)
{
    const struct facts *facts = check->facts;
    *laureate = names_find(names_of(check, "laureates"), name);
    *funder = *laureate ? 0 : names_find(names_of(check, "funders"), name);
    for (uint32_t i = 1; !*laureate && !*funder && i < facts->laureates.count; i++)
        if (name_equal(name, facts->laureates.at[i].name) || name_equal(name, facts->laureates.at[i].short_name))
            *laureate = i;
    for (uint32_t i = 1; !*laureate && !*funder && i < facts->funders.count; i++)
        if (name_equal(name, facts->funders.at[i].name))
            *funder = i;
    return *laureate || *funder;
}

/* Members that are written as ids or as names. */
void members_resolve(struct check *check)
{
    struct facts *facts = check->facts;
    uint32_t funder;
    for (size_t i = 0; i < facts->attendance.count; i++) {
        struct attendance *a = &facts->attendance.at[i];
        member_find(check, a->member, &a->laureate.index, &a->funder.index);
    }
    for (size_t i = 0; i < facts->referrals.count; i++) {
        struct referral *r = &facts->referrals.at[i];
        member_find(check, r->from, &r->from_laureate.index, &funder);
        member_find(check, r->to, &r->to_laureate.index, &funder);
    }
}
