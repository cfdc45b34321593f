/* What the pages of a site lead to: the files that stand in OUT once the documents are made. */
#include "build.h"

/* The entries made or kept in this run, sorted. */
static struct output kept(const struct build *build)
{
    struct arena *run = build->session.run;
    size_t count = build->fresh.count;
    struct output kept = {.entries = {ARENA_ARRAY(run, struct entry, count + 1), count, count}};
    for (size_t i = 0; i < count; i++)
        kept.entries.at[i] = build->fresh.at[i];
    entries_sort(&kept.entries);
    return kept;
}

static void shelve_format(struct build *build, const struct output *made, struct shelf_item *item, enum format format)
{
    struct arena *run = build->session.run;
    struct str path = job_file(run, item->job, format);
    const struct entry *entry = output_find(made, path);
    entry = entry ? entry : output_find(&build->output, path);
    const struct job *coming = item->job->template->is_page ? plan_find(&build->plan.jobs, item->job->path) : NULL;
    bool lost = build_has_lost(build, path);
    if (coming && !coming->withheld && !lost && format_wanted(build->session.invocation, coming, format))
        item->formats[format] = true;
    else if (entry && output_present(run, &build->output, entry)) {
        item->formats[format] = true;
        item->bytes[format] = entry->bytes;
    }
}

/* What a page says changes with what stands there for its reader, or for more than them. */
static void fingerprint(struct build *build, enum audience audience)
{
    struct buffer all = {.arena = build->session.run};
    for (size_t i = 0; i < build->shelf.count; i++) {
        const struct shelf_item *item = &build->shelf.at[i];
        for (int f = 0; f < FORMAT_COUNT && item->job->audience >= audience; f++)
            buffer_print(&all, "%.*s %d %llu\n", STR_ARG(item->job->path), item->formats[f],
                         (unsigned long long)item->bytes[f]);
    }
    struct sha256 shelf = sha256_of(buffer_str(&all));
    for (int f = 0; f < FORMAT_COUNT; f++) {
        all.count = 0;
        buffer_add(&all, sha256_text(all.arena, build->made_from[f]));
        buffer_add(&all, sha256_text(all.arena, shelf));
        build->pages_from[audience][f] = sha256_of(buffer_str(&all));
    }
}

static bool any_page(const struct jobs *jobs)
{
    for (size_t i = 0; i < jobs->count; i++)
        if (jobs->at[i].template->is_page)
            return true;
    return false;
}

void build_shelve(struct build *build)
{
    struct arena *run = build->session.run;
    if (!any_page(&build->plan.jobs))
        return;
    struct output made = kept(build);
    build->shelf = (struct shelf){0};
    const struct jobs *belonging = plan_belonging(&build->session, &build->plan);
    for (size_t i = 0; i < belonging->count; i++) {
        struct shelf_item item = {.job = &belonging->at[i]};
        bool any = false;
        for (int f = 0; f < FORMAT_COUNT; f++) {
            if (item.job->template->formats[f])
                shelve_format(build, &made, &item, (enum format)f);
            any = any || item.formats[f];
        }
        if (any)
            *PUSH(run, &build->shelf) = item;
    }
    shelf_sort(run, &build->shelf);
    for (int audience = 0; audience < AUDIENCE_COUNT; audience++)
        fingerprint(build, (enum audience)audience);
    build->composer.shelf = &build->shelf;
}
