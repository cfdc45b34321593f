#include "compose/collective.h"
#include "compose/hole_list.h"

/* Texts that people wrote: the chapters of a year's review, and the texts that the collective stands on. */

static const struct choice chapters[] = {
    {TEXT_OF("essential"), TEXT_OF("essentiel"), 1},
    {TEXT_OF("factor-1"), TEXT_OF("facteur-1"), 2},
    {TEXT_OF("factor-2"), TEXT_OF("facteur-2"), 3},
    {TEXT_OF("factor-3"), TEXT_OF("facteur-3"), 4},
    {TEXT_OF("factor-4"), TEXT_OF("facteur-4"), 5},
    {TEXT_OF("factor-5"), TEXT_OF("facteur-5"), 6},
    {TEXT_OF("factor-6"), TEXT_OF("facteur-6"), 7},
    {TEXT_OF("what-did-not-work"), TEXT_OF("ce-qui-n-a-pas-marche"), 8},
    {TEXT_OF("next-year"), TEXT_OF("perspectives"), 9},
    {TEXT_OF("editorial"), TEXT_OF("editorial"), 10},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct option_row chapter_options[] = {
    {TEXT_OF("name"), TEXT_OF("nom"), OPTION_CHOICE, chapters,
     TEXT_OF("essential, factor-1 … factor-6, what-did-not-work, next-year, editorial"),
     TEXT_OF("essentiel, facteur-1 … facteur-6, ce-qui-n-a-pas-marche, perspectives, editorial")},
};

/* Other chapters are named by the template; an editorial has a title of its own. */
static void add_title(struct filling *f, const struct text_file *review, struct node *into)
{
    bool named = name_equal(review->title, STR("editorial"));
    if (name_equal(review->slug, STR("editorial")) && review->title.length && !named)
        add_heading(f, into, f->level + 1, set(f, review->title));
}

static void fill_chapter(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int wanted = option_choice(&hole_chapter, yaml, "name", 1);
    for (size_t i = 0; period_is(f->job->period) && i < f->facts->reviews.count; i++) {
        const struct text_file *review = &f->facts->reviews.at[i];
        if (choice_of(chapters, review->slug) == wanted && period_is(review->year) &&
            period_contains(review->year, f->job->period)) {
            add_title(f, review, into);
            add_narrative(f, into, review->text, f->level);
        }
    }
}

const struct hole hole_chapter = {TEXT_OF("chapter"),
                                  TEXT_OF("chapitre"),
                                  OPTIONS(chapter_options),
                                  fill_chapter,
                                  TEXT_OF("a hand-written chapter of the year's review"),
                                  TEXT_OF("un chapitre du bilan écrit à la main"),
                                  "charter common_agenda reviews/<year>/<chapter> theory_of_change"};

/* ---- the texts of the collective ---- */

enum { TEXT_PROGRAMME = 1, TEXT_AGENDA, TEXT_CHARTER, TEXT_THEORY };
static const struct choice texts[] = {
    {TEXT_OF("programme"), TEXT_OF("programme"), TEXT_PROGRAMME},
    {TEXT_OF("common_agenda"), TEXT_OF("agenda_commun"), TEXT_AGENDA},
    {TEXT_OF("charter"), TEXT_OF("charte"), TEXT_CHARTER},
    {TEXT_OF("theory"), TEXT_OF("theorie"), TEXT_THEORY},
    {{NULL, 0}, {NULL, 0}, 0},
};
static const struct option_row text_options[] = {
    {TEXT_OF("of"), TEXT_OF("de"), OPTION_CHOICE, texts, TEXT_OF("programme, common_agenda, charter, theory"),
     TEXT_OF("programme, agenda_commun, charte, theorie")},
};

static const struct text_files *files_of(const struct filling *f, int text)
{
    return text == TEXT_AGENDA    ? &f->facts->common_agenda
           : text == TEXT_CHARTER ? &f->facts->charter
                                  : &f->facts->theory_text;
}

static void add_adoption(struct filling *f, const struct text_file *file, struct node *into)
{
    struct str names = members_named(f, &file->signatories);
    struct str date = date_text(f, file->adopted_on);
    if (date.length && names.length)
        add_paragraph(f, into, SAY(f, "text.adopted_by", PAIR("date", date), PAIR("names", names)));
    else if (date.length)
        add_paragraph(f, into, SAY(f, "text.adopted", PAIR("date", date)));
}

static void fill_text(struct filling *f, const struct yaml *yaml, struct node *into)
{
    int wanted = option_choice(&hole_text, yaml, "of", TEXT_PROGRAMME);
    if (wanted == TEXT_PROGRAMME) {
        add_narrative(f, into, f->facts->programme.text, f->level);
        return;
    }
    const struct text_files *files = files_of(f, wanted);
    for (size_t i = 0; i < files->count; i++) {
        add_narrative(f, into, files->at[i].text, f->level);
        if (into->first)
            add_adoption(f, &files->at[i], into);
    }
}

const struct hole hole_text = {TEXT_OF("text"),
                               TEXT_OF("texte"),
                               OPTIONS(text_options),
                               fill_text,
                               TEXT_OF("a text that the collective stands on, with its date and signatories"),
                               TEXT_OF("un texte fondateur du collectif, avec sa date et ses signataires"),
                               "charter common_agenda reviews/<year>/<chapter> theory_of_change"};
