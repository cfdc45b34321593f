/* Every Markdown file but the programme's: one reader a kind, by the table at the end. */
#include "work.h"

/* The first heading, taken out of the text when nothing stands before it. */
static struct str take_title(struct check *check, struct node *body)
{
    for (struct node *block = body->first; block; block = block->next)
        if (block->kind == NODE_HEADING) {
            struct str title = str_trim(node_plain(check->run, block));
            if (block == body->first)
                node_unlink(block);
            return title;
        }
    return STR_NONE;
}

static void profile_read(struct check *check, uint32_t file, const struct markdown *markdown)
{
    const struct source *source = &check->sources[file];
    struct laureate *laureate = &check->facts->laureates.at[source->laureate];
    front_read_gently(check, markdown->front, source->kind, file, laureate);
    laureate->profile_at = file_place(file);
    if (!laureate->profile_title.length)
        laureate->profile_title = take_title(check, markdown->body);
    laureate->profile = markdown->body;
    struct place place = {file, 1, 1};
    if (laureate->profile_photo.length &&
        !check_image(check->run, check->facts, laureate->profile_photo, place, check->diagnostics))
        laureate->profile_photo = STR_NONE;
}

/* The chapters that a review may have; their English names are what the rest of the program knows. */
static struct str chapter_name(struct str slug)
{
    static const struct {
        struct str en, fr;
    } chapters[] = {
        {TEXT_OF("essential"), TEXT_OF("essentiel")},
        {TEXT_OF("factor-1"), TEXT_OF("facteur-1")},
        {TEXT_OF("factor-2"), TEXT_OF("facteur-2")},
        {TEXT_OF("factor-3"), TEXT_OF("facteur-3")},
        {TEXT_OF("factor-4"), TEXT_OF("facteur-4")},
        {TEXT_OF("factor-5"), TEXT_OF("facteur-5")},
        {TEXT_OF("factor-6"), TEXT_OF("facteur-6")},
        {TEXT_OF("what-did-not-work"), TEXT_OF("ce-qui-n-a-pas-marche")},
        {TEXT_OF("next-year"), TEXT_OF("perspectives")},
        {TEXT_OF("editorial"), TEXT_OF("editorial")},
    };
    for (size_t i = 0; i < sizeof chapters / sizeof *chapters; i++)
        if (name_equal(slug, chapters[i].en) || name_equal(slug, chapters[i].fr))
            return chapters[i].en;
    return slug;
}

static struct text_file text_start(struct check *check, uint32_t file, const struct markdown *markdown)
{
    struct text_file text;
    row_start(check->sources[file].kind, &text);
    text.expires = text.date = text.adopted_on = DATE_NONE;
    text.at = file_place(file);
    front_read(check, markdown->front, check->sources[file].kind, file, false, &text);
    if (!text.title.length)
        text.title = take_title(check, markdown->body);
    text.text = markdown->body;
    return text;
}

static void news_read(struct check *check, uint32_t file, const struct markdown *markdown)
{
    struct text_file text = text_start(check, file, markdown);
    text.slug = check->sources[file].part[0];
    if (!date_is(text.date) && text.slug.length >= 10)
        date_parse(str_slice(text.slug, 0, 10), &text.date);
    *PUSH(check->run, &check->facts->news) = text;
}

static void review_read(struct check *check, uint32_t file, const struct markdown *markdown)
{
    struct text_file text = text_start(check, file, markdown);
    text.slug = chapter_name(check->sources[file].part[1]);
    text.year = check->sources[file].period;
    *PUSH(check->run, &check->facts->reviews) = text;
}

static void minutes_read(struct check *check, uint32_t file, const struct markdown *markdown)
{
    static const struct column meeting = {.refers = "meetings"};
    struct ref ref = {check->sources[file].part[0], 0};
    if (reference_resolve(check, &meeting, &ref, file_place(file)) && ref.index)
        check->facts->meetings.at[ref.index].minutes = markdown->body;
}

static void practice_read(struct check *check, uint32_t file, const struct markdown *markdown)
{
    const struct input_kind *kind = check->sources[file].kind;
    static const struct column laureate = {.refers = "laureates"};
    struct practice practice;
    row_start(kind, &practice);
    practice.at = file_place(file);
    practice.slug = check->sources[file].part[0];
    front_read(check, markdown->front, kind, file, false, &practice);
    if (!practice.title.length)
        practice.title = take_title(check, markdown->body);
    practice.text = markdown->body;
    for (size_t i = 0; i < practice.laureates.count; i++)
        reference_resolve(check, &laureate, &practice.laureates.at[i], (struct place){file, 1, 1});
    *PUSH(check->run, &check->facts->practices) = practice;
}

/* Texts of which there is one: the list to which it goes. */
static void single_read(struct check *check, uint32_t file, const struct markdown *markdown)
{
    struct facts *facts = check->facts;
    struct text_file text = text_start(check, file, markdown);
    const struct input_kind *kind = check->sources[file].kind;
    struct text_files *list = &facts->theory_text;
    if (kind == input_kind("charter"))
        list = &facts->charter;
    else if (kind == input_kind("common_agenda"))
        list = &facts->common_agenda;
    *PUSH(check->run, list) = text;
}

typedef void text_reader(struct check *check, uint32_t file, const struct markdown *markdown);

static const struct text_kind {
    const char *english;
    text_reader *reader;
    bool of_laureate;
} text_kinds[] = {
    {"laureates/<id>/profile", profile_read, true},
    {"laureates/<id>/<period>", narrative_read, true},
    {"theory_of_change", single_read, false},
    {"charter", single_read, false},
    {"common_agenda", single_read, false},
    {"sessions/<meeting>", minutes_read, false},
    {"news/<slug>", news_read, false},
    {"reviews/<year>/<chapter>", review_read, false},
    {"practices/<slug>", practice_read, false},
};

static const struct text_kind *text_kind_of(const struct input_kind *kind)
{
    for (size_t i = 0; kind && kind->shape == INPUT_MARKDOWN && i < sizeof text_kinds / sizeof *text_kinds; i++)
        if (str_equal(kind->en, str_of(text_kinds[i].english)))
            return &text_kinds[i];
    return NULL;
}

/* ---- files ---- */

/* Texts are read side by side, each hand with a desk of its own; then each goes where it belongs, in the order of the
 * files. */
struct filed_text {
    uint32_t file;
    const struct text_kind *kind;
    bool whole;
    struct markdown markdown;
};
struct texts_reading {
    struct filed_text *at;
    size_t count;
    struct check desks[THREADS_MAX];
};

static struct texts_reading *list_texts(struct check *check)
{
    struct texts_reading *reading = ARENA_NEW(check->scratch, struct texts_reading);
    reading->at = ARENA_ARRAY(check->scratch, struct filed_text, check->facts->files.count);
    for (uint32_t file = 1; file < check->facts->files.count; file++) {
        const struct text_kind *kind = text_kind_of(check->sources[file].kind);
        if (kind && (!kind->of_laureate || source_laureate(check, file)))
            reading->at[reading->count++] = (struct filed_text){.file = file, .kind = kind};
    }
    return reading;
}

static void read_text_file(void *data, size_t item, size_t worker)
{
    struct texts_reading *reading = data;
    struct check *desk = &reading->desks[worker];
    struct filed_text *filed = &reading->at[item];
    struct arena_mark mark = arena_mark(desk->scratch);
    struct str text;
    filed->whole = source_text(desk, filed->file, &text);
    if (filed->whole)
        filed->markdown = read_markdown(desk->run, str_copy(desk->run, text), filed->file, desk->diagnostics);
    arena_rewind(desk->scratch, mark);
}

static void read_side_by_side(struct check *check, struct texts_reading *reading)
{
    size_t workers = threads_count(check->jobs);
    for (size_t w = 0; w < workers; w++) {
        struct check *desk = &reading->desks[w];
        *desk = *check;
        desk->run = arena_new();
        desk->scratch = arena_new();
        desk->diagnostics = diagnostics_new(desk->run);
    }
    threads_run(check->jobs, reading->count, read_text_file, reading);
    for (size_t w = 0; w < workers; w++) {
        diagnostics_merge(check->diagnostics, reading->desks[w].diagnostics);
        arena_free(reading->desks[w].scratch);
        arena_absorb(check->run, reading->desks[w].run);
    }
}

static void take_text(struct check *check, const struct filed_text *filed)
{
    struct arena_mark mark = arena_mark(check->scratch);
    if (filed->whole) {
        links_resolve(check, filed->markdown.body);
        filed->kind->reader(check, filed->file, &filed->markdown);
    }
    arena_rewind(check->scratch, mark);
}

void texts_read(struct check *check)
{
    struct facts *facts = check->facts;
    struct arena_mark mark = arena_mark(check->scratch);
    struct texts_reading *reading = list_texts(check);
    read_side_by_side(check, reading);
    for (size_t i = 0; i < reading->count; i++)
        take_text(check, &reading->at[i]);
    arena_rewind(check->scratch, mark);
    narratives_order(check);
    links_resolve(check, facts->programme.text);
    struct theme *theme = &facts->programme.theme;
    struct place place = facts->programme.at;
    if (theme->logo.length && !check_image(check->run, facts, theme->logo, place, check->diagnostics))
        theme->logo = STR_NONE;
}
