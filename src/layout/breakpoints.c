/* Where the lines of a paragraph may end: at blanks, after hyphens and slashes, inside words. */
#include "breakpoints.h"
#include "hyphenation.h"

#include <assert.h>

#define SHORT_MONTH 6 /* bytes, with its point */

/* Sums over the paragraph while its breakpoints are listed. */
struct listing {
    struct layout *layout;
    const struct paragraph *paragraph;
    struct breakpoints *breaks;
    int64_t width; /* line's */
    bool hyphens;  /* words may be broken */
    int64_t sum;   /* before the atom at hand */
    uint32_t blanks;
};

static struct str atom_text(const struct paragraph *paragraph, const struct atom *atom)
{
    assert(atom->from == atom->to || paragraph->text.at); /* an image alone has no text */
    return (struct str){paragraph->text.at + atom->from, atom->to - atom->from};
}

/* 1900 to 2099, whatever sign follows. */
static bool begins_with_year(struct str text)
{
    if (text.length < 4 || !(str_starts(text, STR("19")) || str_starts(text, STR("20"))))
        return false;
    return rune_is_digit((unsigned char)text.at[2]) && rune_is_digit((unsigned char)text.at[3]) &&
           (text.length == 4 || !rune_is_digit((unsigned char)text.at[4]));
}

/* "décembre", "sept.", "T4". Months are not looked up: "en 2025" stays together too. */
static bool may_name_date(struct str text)
{
    unsigned char last = text.length ? (unsigned char)text.at[text.length - 1] : ' ';
    bool part = text.length == 2 && text.at[0] >= 'A' && text.at[0] <= 'Z' && rune_is_digit(last);
    return part || (last == '.' && text.length <= SHORT_MONTH) || ((last | 0x20) >= 'a' && (last | 0x20) <= 'z');
}

bool break_parts_date(const struct paragraph *paragraph, size_t atom)
{
    const struct atom *at = &paragraph->atoms[atom];
    return at->after == AFTER_BLANK && atom + 1 < paragraph->atom_count &&
           begins_with_year(atom_text(paragraph, &at[1])) && may_name_date(atom_text(paragraph, at));
}

static void break_inside(struct listing *listing, uint32_t atom, uint32_t cut, int32_t prefix, enum break_kind kind,
                         int32_t sign)
{
    *PUSH(listing->layout->arena, listing->breaks) = (struct breakpoint){.atom = atom,
                                                                         .cut = cut,
                                                                         .prefix = prefix,
                                                                         .sign = sign,
                                                                         .kind = kind,
                                                                         .end = listing->sum + prefix,
                                                                         .start = listing->sum + prefix,
                                                                         .end_blanks = listing->blanks,
                                                                         .start_blanks = listing->blanks};
}

/* Where dictionaries allow this atom to be broken. */
static size_t hyphens_of(const struct listing *listing, uint32_t index, uint16_t cuts[HYPHENS_MAX])
{
    const struct atom *atom = &listing->paragraph->atoms[index];
    const struct run *run = &listing->paragraph->runs[atom->run];
    struct hyphenator *hyphenator = listing->layout->style->hyphenator;
    /* A word made with hyphens is broken at these only. */
    bool compound = atom->after == AFTER_BREAK || (index && atom[-1].after == AFTER_BREAK);
    if (!listing->hyphens || !hyphenator || run->hyphens < 0 || run->image || compound)
        return 0;
    return hyphenate(hyphenator, (enum language)run->hyphens, atom_text(listing->paragraph, atom), cuts);
}

/* Is this atom bound by a no-break blank to an ordinal before it? The raised ending is a run, so an atom, of its own.
 */
static bool follows_ordinal(const struct paragraph *paragraph, uint32_t index)
{
    const struct atom *atom = &paragraph->atoms[index];
    if (!index || atom[-1].after != AFTER_NOTHING || paragraph->runs[atom[-1].run].raise <= 0)
        return false;
    struct str text = atom_text(paragraph, atom);
    return str_starts(text, STR("\u00A0")) || str_starts(text, STR("\u202F"));
}

static bool has_digit(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] >= '0' && text.at[i] <= '9')
            return true;
    return false;
}

/* Not in "9 décembre" nor "1 234 jeunes" nor "4e trimestre" where no-break blanks make one word of them. */
static void breaks_hyphens(struct listing *listing, uint32_t index)
{
    const struct run *run = &listing->paragraph->runs[listing->paragraph->atoms[index].run];
    struct str text = atom_text(listing->paragraph, &listing->paragraph->atoms[index]);
    uint16_t cuts[HYPHENS_MAX];
    bool bound = has_digit(text) || follows_ordinal(listing->paragraph, index);
    size_t count = bound ? 0 : hyphens_of(listing, index, cuts);
    for (size_t i = 0; i < count; i++)
        break_inside(listing, index, cuts[i], width_of(listing->layout, run->style, str_slice(text, 0, cuts[i])),
                     BREAK_HYPHEN, width_of(listing->layout, run->style, STR("-")));
}

/* Signs after which an address or a reference is broken without a rule. */
static bool sign_separates(char c)
{
    for (const char *s = "/.?&=_-@:,;+|\\"; *s; s++)
        if (*s == c)
            return true;
    return false;
}

/* Every sign of a word that no line can hold; where its dictionary allows, with a hyphen. */
static void breaks_signs(struct listing *listing, uint32_t index)
{
    const struct atom *atom = &listing->paragraph->atoms[index];
    const struct run *run = &listing->paragraph->runs[atom->run];
    struct str text = atom_text(listing->paragraph, atom);
    uint16_t cuts[HYPHENS_MAX];
    size_t hyphens = hyphens_of(listing, index, cuts), next = 0;
    int32_t prefix = 0;
    for (size_t at = 0; at < text.length;) {
        size_t from = at;
        (void)utf8_next(text, &at);
        prefix += width_of(listing->layout, run->style, str_slice(text, from, at));
        if (at == text.length)
            break;
        bool hyphen = next < hyphens && cuts[next] == at;
        next += hyphen;
        enum break_kind kind = hyphen ? BREAK_HYPHEN : sign_separates(text.at[at - 1]) ? BREAK_PLAIN : BREAK_RULE;
        int32_t sign = kind == BREAK_PLAIN ? 0
                       : hyphen            ? width_of(listing->layout, run->style, STR("-"))
                                           : run->style.size / 4;
        break_inside(listing, index, (uint32_t)at, prefix, kind, sign);
    }
}

static void break_after(struct listing *listing, uint32_t index)
{
    static const enum break_kind kinds[] = {[AFTER_BREAK] = BREAK_PLAIN,
                                            [AFTER_SOFT_HYPHEN] = BREAK_HYPHEN,
                                            [AFTER_BLANK] = BREAK_SPACE,
                                            [AFTER_NEWLINE] = BREAK_FORCED};
    const struct atom *atom = &listing->paragraph->atoms[index];
    const struct run *run = &listing->paragraph->runs[atom->run];
    if (atom->after == AFTER_NOTHING)
        return;
    struct breakpoint *point = PUSH(listing->layout->arena, listing->breaks);
    bool blank = atom->after == AFTER_BLANK;
    *point = (struct breakpoint){.atom = index,
                                 .kind = kinds[atom->after],
                                 .parts_date = break_parts_date(listing->paragraph, index),
                                 .end = listing->sum,
                                 .start = listing->sum + (blank ? blank_after(listing->paragraph, index) : 0),
                                 .end_blanks = listing->blanks,
                                 .start_blanks = listing->blanks + blank};
    if (atom->after == AFTER_SOFT_HYPHEN)
        point->sign = width_of(listing->layout, run->style, STR("-"));
    listing->sum = point->start;
    listing->blanks = point->start_blanks;
}

/* The stretch that no break cuts, from this atom on: longer than the line? */
static bool stretch_too_long(const struct listing *listing, size_t index)
{
    const struct paragraph *paragraph = listing->paragraph;
    int64_t width = 0;
    for (size_t i = index; i < paragraph->atom_count && width <= listing->width; i++) {
        width += paragraph->atoms[i].width;
        if (paragraph->atoms[i].after != AFTER_NOTHING)
            break;
    }
    return width > listing->width;
}

void breakpoints_list(struct layout *layout, const struct paragraph *paragraph, int64_t width, bool hyphens,
                      struct breakpoints *breaks)
{
    struct listing listing_of = {
        .layout = layout, .paragraph = paragraph, .breaks = breaks, .width = width, .hyphens = hyphens};
    struct listing *listing = &listing_of;
    bool too_long = false;
    listing->breaks->count = 0;
    for (uint32_t i = 0; i < paragraph->atom_count; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        if (!i || paragraph->atoms[i - 1].after != AFTER_NOTHING)
            too_long = paragraph->widest > listing->width && stretch_too_long(listing, i);
        if (too_long && !paragraph->runs[atom->run].image)
            breaks_signs(listing, i);
        else
            breaks_hyphens(listing, i);
        listing->sum += atom->width;
        break_after(listing, i);
    }
}
