/* What the errors withhold: everything, the documents that use one laureate's data, or the collective ones. */
#include "work.h"

/* A folder or a link that could not be followed has no file: its path says whose it is. */
static void settle_path(struct check *check, struct str path)
{
    const struct names *laureates = names_of(check, "laureates");
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

static void settle_kind(struct facts *facts, const struct source *source)
{
    switch (source->kind->withholds) {
    case WITHHOLDS_ALL:
        facts->shared_error = true;
        break;
    case WITHHOLDS_LAUREATE:
        facts->laureate_error[source->laureate] = true;
        break;
    case WITHHOLDS_COLLECTIVE:
        facts->laureate_error[0] = true;
        facts->input_error[kind_index(source->kind)] = true;
        break;
    case WITHHOLDS_NOTHING:
        break;
    }
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
        if (missing)
            facts->shared_error = true;
        else if (!d->place.file)
            settle_path(check, d->word[0]);
        else if (source->kind)
            settle_kind(facts, source);
    }
}
