#include "compose/collective.h"
#include "compose/hole_list.h"
#include "compose/site.h"

/* News, the latest first; what has expired is gone, and what names no reader stays inside. */

static const struct option_row options[] = {
    {TEXT_OF("count"), TEXT_OF("nombre"), OPTION_COUNT, NULL, TEXT_OF("at most this many; all unless said"),
     TEXT_OF("au plus ce nombre ; toutes sinon")},
    {TEXT_OF("brief"), TEXT_OF("breves"), OPTION_YES_NO, NULL, TEXT_OF("yes for their titles only"),
     TEXT_OF("oui pour leurs seuls titres")},
};

static bool is_current(const struct filling *f, const struct text_file *n)
{
    int32_t today = f->document->date.day;
    bool ahead = date_is(n->date) && n->date.day > today, over = date_is(n->expires) && n->expires.day < today;
    return n->title.length && !ahead && !over && is_for_reader(f, n->audience);
}

static bool comes_before(const struct text_file *a, const struct text_file *b)
{
    if (a->date.day != b->date.day)
        return a->date.day > b->date.day; /* without a date: last */
    return str_compare(a->slug, b->slug) < 0;
}

static struct rows current_news(struct filling *f)
{
    struct rows rows = {0};
    for (size_t i = 0; i < f->facts->news.count; i++) {
        const struct text_file *n = &f->facts->news.at[i];
        if (!is_current(f, n))
            continue;
        *PUSH(f->arena, &rows) = n;
        for (size_t at = rows.count - 1; at && comes_before(n, rows.at[at - 1]); at--) {
            rows.at[at] = rows.at[at - 1];
            rows.at[at - 1] = n;
        }
    }
    return rows;
}

static struct str anchor_of(struct filling *f, const struct text_file *n)
{
    return name_slug(f->arena, str_print(f->arena, "news-%.*s", STR_ARG(n->slug)));
}

/* "20 octobre 2025 · Passerelles 12". */
static struct str said_when(struct filling *f, const struct text_file *n)
{
    struct str day = date_is(n->date) ? date_text(f, n->date) : STR_NONE;
    const char *between = day.length && n->source.length ? " · " : "";
    return str_print(f->arena, "%.*s%s%.*s", STR_ARG(day), between, STR_ARG(n->source));
}

static void add_brief(struct filling *f, const struct text_file *n, struct node *list)
{
    struct str page = address_of(f, page_named(f, STR("workspace-news")), FORMAT_HTML);
    struct str address = page.length ? str_print(f->arena, "%.*s#%.*s", STR_ARG(page), STR_ARG(anchor_of(f, n))) : page;
    struct node *paragraph = add_block(f, add_block(f, list, NODE_ITEM), NODE_PARAGRAPH);
    add_page_link(f, paragraph, n->title, address);
    struct str when = said_when(f, n);
    if (when.length)
        add_block(f, paragraph, NODE_SPACE);
    if (when.length)
        add_text(f, paragraph, SAY(f, "news.said", PAIR("when", when)));
}

static void add_whole(struct filling *f, const struct text_file *n, struct node *into)
{
    struct node *heading = add_heading(f, into, f->level + 1, n->title);
    heading->anchor = anchor_of(f, n);
    struct str when = said_when(f, n);
    if (when.length)
        add_block(f, add_block(f, into, NODE_PARAGRAPH), NODE_EMPHASIS);
    if (when.length)
        add_text(f, into->last->first, when);
    add_narrative(f, into, n->text, f->level + 1);
}

/* What has no date is in no feed. */
static void record(struct filling *f, const struct text_file *n)
{
    if (!date_is(n->date) || !f->job->template->formats[FORMAT_ATOM])
        return;
    struct node *text = node_new(f->arena, NODE_BODY, f->place);
    add_narrative(f, text, n->text, 2);
    typeset_tree(f->arena, text, f->language);
    *PUSH(f->arena, &f->document->articles) = (struct article){.uid = uid_of(f, STR("news"), n->slug),
                                                               .title = set(f, n->title),
                                                               .source = set(f, n->source),
                                                               .date = n->date,
                                                               .anchor = anchor_of(f, n),
                                                               .text = text};
}

static void fill_news(struct filling *f, const struct yaml *yaml, struct node *into)
{
    struct rows rows = current_news(f);
    bool brief = option_yes(&hole_news, yaml, "brief", false);
    size_t most = (size_t)option_count(&hole_news, yaml, "count", 0);
    struct node *list = brief && rows.count ? add_list(f, into) : into;
    for (size_t i = 0; i < rows.count && (!most || i < most); i++) {
        if (brief)
            add_brief(f, rows.at[i], list);
        else
            add_whole(f, rows.at[i], into);
        record(f, rows.at[i]);
    }
    f->document->feed = address_of(f, page_named(f, f->job->template->name), FORMAT_ATOM);
}

const struct hole hole_news = {TEXT_OF("news"),
                               TEXT_OF("actualites"),
                               OPTIONS(options),
                               fill_news,
                               TEXT_OF("news that the reader may have, the latest first"),
                               TEXT_OF("les actualités que le lecteur peut avoir, la plus récente d’abord"),
                               "news/<slug>"};
