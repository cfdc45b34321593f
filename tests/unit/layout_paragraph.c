/* Line breaking: paragraphs checked by hand, and against every way there is to break short ones. */
#include "unit.h"

#include "layout/paragraph.h"

#define SIGN 1000 /* width of any sign */

/* Breakpoints of a text: ' ' a blank, '~' where a word may be broken, '|' a forced end. */
static size_t breakpoints_of(const char *text, struct breakpoint *at)
{
    int64_t width = 0;
    uint32_t blanks = 0;
    size_t count = 0;
    for (const char *c = text;; c++) {
        if (*c && !strchr(" ~|", *c)) {
            width += SIGN;
            continue;
        }
        struct breakpoint *b = &at[count++];
        *b = (struct breakpoint){.end = width, .end_blanks = blanks, .kind = BREAK_FORCED};
        if (*c == ' ') {
            b->kind = BREAK_SPACE;
            width += SIGN;
            blanks++;
        } else if (*c == '~') {
            b->kind = BREAK_HYPHEN;
            b->sign = SIGN;
        }
        b->start = width;
        b->start_blanks = blanks;
        if (!*c)
            return count;
    }
}

static size_t set(struct arena *arena, const char *text, struct measure measure, struct breakpoint *at,
                  uint32_t *chosen)
{
    struct endings endings = {0};
    size_t count = breakpoints_of(text, at);
    return paragraph_break(arena, &endings, at, count, &measure, chosen);
}

/* Widths of the lines, in signs, hyphens included. */
static void assert_lines(const char *text, struct measure measure, const int *signs, size_t lines)
{
    struct arena *arena = arena_new();
    struct breakpoint at[200];
    uint32_t chosen[200];
    measure.blank = SIGN;
    assert_int_equal(set(arena, text, measure, at, chosen), lines);
    for (size_t i = 0; i < lines; i++) {
        int64_t start = i ? at[chosen[i - 1]].start : 0;
        assert_int_equal((at[chosen[i]].end - start + at[chosen[i]].sign) / SIGN, signs[i]);
    }
    arena_free(arena);
}

static void one_line(void **state)
{
    (void)state;
    struct measure measure = {.width = 20 * SIGN, .justify = true, .tolerance = PARAGRAPH_TIGHT};
    assert_lines("deux mots", measure, (int[]){9}, 1);
}

/* First fit would set "aaa bb / cc / ddddd", a line of 2 among lines of 6 and 5. */
static void looks_ahead(void **state)
{
    (void)state;
    struct measure measure = {.width = 6 * SIGN, .rag = 4 * SIGN, .tolerance = PARAGRAPH_DESPERATE};
    assert_lines("aaa bb cc ddddd", measure, (int[]){3, 5, 5}, 3);
}

static void forced_end(void **state)
{
    (void)state;
    struct measure measure = {.width = 20 * SIGN, .justify = true, .tolerance = PARAGRAPH_TIGHT};
    assert_lines("un|deux trois", measure, (int[]){2, 10}, 2);
}

/* Ten signs wide: "aaaa bbbb" leaves one sign for one blank (stretch 0.55: ratio 1.8, badness 601), too much when
 * tight; with a broken word the line is full. */
static void breaks_a_word_when_needed(void **state)
{
    (void)state;
    struct measure tight = {.width = 10 * SIGN, .justify = true, .tolerance = PARAGRAPH_TIGHT};
    struct arena *arena = arena_new();
    struct breakpoint at[20];
    uint32_t chosen[20];
    tight.blank = SIGN;
    assert_int_equal(set(arena, "aaaa bbbb cccccc", tight, at, chosen), 0);
    arena_free(arena);
    assert_lines("aaaa bbb~b cccccc",
                 (struct measure){.width = 9 * SIGN, .justify = true, .tolerance = PARAGRAPH_TIGHT}, (int[]){9, 6}, 2);
    assert_lines("aaaa bbbb~bb cc", tight, (int[]){10, 5}, 2);
}

static void too_long_for_any_line(void **state)
{
    (void)state;
    struct measure measure = {.width = 5 * SIGN, .rag = SIGN, .tolerance = PARAGRAPH_DESPERATE};
    assert_lines("aaaaaaaaaa bb", measure, (int[]){10, 2}, 2);
    assert_lines("bb aaaaaaaaaa", measure, (int[]){2, 10}, 2);
}

static void at_most_two_hyphens_in_a_row(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    char text[400] = "";
    for (int i = 0; i < 30; i++)
        strcat(text, i ? " aaa~aaa~aa" : "aaa~aaa~aa");
    struct breakpoint at[400];
    uint32_t chosen[400];
    for (int width = 9; width < 26; width++) {
        struct measure measure = {
            .width = width * SIGN, .blank = SIGN, .justify = true, .tolerance = PARAGRAPH_DESPERATE};
        size_t lines = set(arena, text, measure, at, chosen);
        assert_true(lines > 1);
        int run = 0;
        for (size_t i = 0; i < lines; i++) {
            run = at[chosen[i]].kind == BREAK_HYPHEN ? run + 1 : 0;
            assert_true(run <= 2);
        }
    }
    arena_free(arena);
}

static void justified_lines_are_full(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct breakpoint at[200];
    uint32_t chosen[200];
    struct measure measure = {.width = 31 * SIGN, .blank = SIGN, .justify = true, .tolerance = PARAGRAPH_DESPERATE};
    const char *text =
        "quand un jeune passe d'une association a l'autre sans devoir tout recommencer il va plus loin et "
        "plus vite et il le dit";
    size_t lines = set(arena, text, measure, at, chosen);
    for (size_t i = 0; i + 1 < lines; i++) {
        const struct breakpoint *from = i ? &at[chosen[i - 1]] : NULL, *to = &at[chosen[i]];
        int64_t blanks = to->end_blanks - (from ? from->start_blanks : 0);
        int64_t width = to->end - (from ? from->start : 0) + paragraph_gap(from, to, &measure) * blanks;
        assert_in_range(measure.width - width, 0, blanks);
    }
    assert_int_equal(paragraph_gap(&at[chosen[lines - 2]], &at[chosen[lines - 1]], &measure), 0);
    arena_free(arena);
}

/* ---- against every way ---- */

/* Demerits as the paper gives them, written again from the definition for ragged lines. */
static int64_t demerits(const struct breakpoint *at, const uint32_t *ends, size_t lines, const struct measure *measure)
{
    int64_t sum = 0;
    int before = 1;
    for (size_t i = 0; i < lines; i++) {
        const struct breakpoint *to = &at[ends[i]], *from = i ? &at[ends[i - 1]] : NULL;
        int64_t slack = measure->width - (to->end - (from ? from->start : 0) + to->sign);
        if (slack < 0)
            return INT64_MAX;
        int64_t ratio = i + 1 == lines ? 0 : slack * 1024 / measure->rag;
        int64_t badness = ratio >= 4752 ? 10000 : 100 * ratio * ratio * ratio / (1 << 30);
        int class = i + 1 == lines || ratio <= 512 ? 1 : ratio <= 1024 ? 2 : 3;
        sum += (10 + badness) * (10 + badness);
        if (to->kind == BREAK_HYPHEN)
            sum += 50 * 50 + (from && from->kind == BREAK_HYPHEN ? 10000 : 0);
        if (i + 1 == lines && from)
            sum += (from->kind == BREAK_HYPHEN ? to->end_blanks == from->start_blanks ? 1000000 : 5000 : 0) +
                   (slack > measure->width * 9 / 10 ? 3000 : 0);
        sum += class - before > 1 || before - class > 1 ? 10000 : 0;
        before = class;
    }
    return sum;
}

static int64_t best_of_all(const struct breakpoint *at, size_t count, const struct measure *measure)
{
    int64_t best = INT64_MAX;
    for (uint32_t set_of = 0; set_of < 1u << (count - 1); set_of++) {
        uint32_t ends[16];
        size_t lines = 0, run = 0, longest = 0;
        for (uint32_t b = 0; b < count; b++)
            if (b + 1 == count || (set_of >> b & 1)) {
                ends[lines++] = b;
                run = at[b].kind == BREAK_HYPHEN ? run + 1 : 0;
                longest = run > longest ? run : longest;
            }
        int64_t sum = longest > 2 ? INT64_MAX : demerits(at, ends, lines, measure);
        best = sum < best ? sum : best;
    }
    return best;
}

static void best_of_every_way(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    uint32_t seed = 7;
    for (int round = 0; round < 400; round++) {
        char text[200];
        size_t length = 0, breaks = 3 + (size_t)round % 9;
        for (size_t b = 0; b <= breaks; b++) {
            seed = seed * 1664525u + 1013904223u;
            for (uint32_t n = 1 + (seed >> 20) % 6; n; n--)
                text[length++] = 'a';
            text[length++] = (seed >> 9) % 3 == 0 ? '~' : ' ';
        }
        text[length - 1] = '\0';
        struct breakpoint at[16];
        uint32_t chosen[16];
        struct measure measure = {
            .width = (9 + round % 7) * SIGN, .blank = SIGN, .rag = 3 * SIGN, .tolerance = PARAGRAPH_DESPERATE};
        size_t lines = set(arena, text, measure, at, chosen);
        int64_t best = best_of_all(at, breakpoints_of(text, at), &measure);
        if (best != INT64_MAX)
            assert_int_equal(demerits(at, chosen, lines, &measure), best);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_line),
        cmocka_unit_test(looks_ahead),
        cmocka_unit_test(forced_end),
        cmocka_unit_test(breaks_a_word_when_needed),
        cmocka_unit_test(too_long_for_any_line),
        cmocka_unit_test(at_most_two_hyphens_in_a_row),
        cmocka_unit_test(justified_lines_are_full),
        cmocka_unit_test(best_of_every_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
