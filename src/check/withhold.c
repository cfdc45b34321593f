/* What the errors withhold: everything, or the documents that use one laureate's data. */
#include "work.h"

static bool is_shared(const struct input_kind *kind)
{
    static const char *const shared[] = {"programme", "indicators", "laureates", "dimensions", "targets"};
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
        if (kind == input_kind(shared[i]))
            return true;
    return false;
}

/* A folder or a link that could not be followed has no file: its path says whose it is. */
static void settle_path(struct check *check, struct str path)
{
    const struct names *laureates = check->names[kind_index(input_kind("laureates"))];
    struct str first, second, rest = path;
    bool has_first = str_split(&rest, '/', &first), has_second = str_split(&rest, '/', &second);
    const struct input_kind *kind = input_kind("laureates");
    if (has_first && (name_equal(first, kind->en) || name_equal(first, kind->fr))) {
        uint32_t laureate = has_second ? names_find(laureates, second) : 0;
        if (laureate)
            check->facts->laureate_error[laureate] = true;
        else
            check->facts->shared_error = true;
    } else if (!has_second)
        check->facts->shared_error = true;
}

void errors_settle(struct check *check)
{
    struct facts *facts = check->facts;
    for (size_t i = 0; i < check->diagnostics->count; i++) {
        const struct diagnostic *d = &check->diagnostics->at[i];
        if (d->severity != SEVERITY_ERROR || d->place.file >= facts->files.count)
            continue;
        const struct source *source = &check->sources[d->place.file];
        bool missing = d->message == MSG_input_missing || d->message == MSG_input_missing_text;
        if (missing || (d->place.file && source->kind && is_shared(source->kind)))
            facts->shared_error = true;
        else if (!d->place.file)
            settle_path(check, d->word[0]);
        else if (source->kind && source->kind->shape == INPUT_MEASURES)
            facts->laureate_error[source->laureate] = true;
    }
}
