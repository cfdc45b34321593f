/* What the kinds of chart share: a sheet to draw on, areas, looks of series, scales and axes. Lengths in thousandths
 * of a point. A text is put down only where it is inside the sheet and meets no other text; who asks learns whether
 * it was. Marks of data carry a title: what they say to a person who points at them. Private to `chart`. */
#ifndef CHART_SHEET_H
#define CHART_SHEET_H

#include "chart.h"
#include "compose/compose.h"

struct area {
    int32_t x, y, width, height;
};
struct areas {
    struct area *at;
    size_t count, capacity;
};

struct sheet {
    struct arena *arena;
    const struct chart *chart;
    const struct chart_style *style;
    const struct metrics *metrics;
    struct drawing *drawing;
    struct areas taken; /* by texts */
};

/* One row a kind: chart.c's table. `draw` sets drawing->height before its first text. */
struct chart_row {
    enum chart_kind kind;
    void (*draw)(struct sheet *sheet);
};

void bars_draw(struct sheet *sheet);
void stacked_draw(struct sheet *sheet);
void horizontal_draw(struct sheet *sheet);
void lines_draw(struct sheet *sheet);
void bullet_draw(struct sheet *sheet);
void distribution_draw(struct sheet *sheet);
void heat_map_draw(struct sheet *sheet);
void timeline_draw(struct sheet *sheet);
void graph_draw(struct sheet *sheet);
void multiples_draw(struct sheet *sheet);

/* ---- sheet.c: marks ---- */
int32_t sheet_em(const struct sheet *sheet, int thousandths);
struct mark *sheet_rectangle(struct sheet *sheet, struct area area, uint32_t fill);
struct mark *sheet_disc(struct sheet *sheet, int32_t x, int32_t y, int32_t radius, uint32_t fill); /* round x, y */
struct mark *sheet_line(struct sheet *sheet, int32_t x, int32_t y, int32_t to_x, int32_t to_y, uint32_t colour);
struct segments {
    struct segment *at;
    size_t count, capacity;
};
void segments_to(struct sheet *sheet, struct segments *segments, enum segment_kind kind, int32_t x, int32_t y);
void segments_curve(struct sheet *sheet, struct segments *segments, const int32_t x[3], const int32_t y[3]);
struct mark *sheet_path(struct sheet *sheet, const struct segments *segments, uint32_t fill, uint32_t stroke);

/* ---- words.c: texts ---- */
struct label {
    struct str text;
    enum face face;
    enum anchor anchor;
    uint32_t colour;
    int32_t size; /* 0: the style's */
};
int32_t sheet_width(const struct sheet *sheet, enum face face, struct str text);
int32_t sheet_line_height(const struct sheet *sheet);
/* False, and nothing drawn, when it would leave the sheet or meet another text. `y` is the baseline. */
bool sheet_label(struct sheet *sheet, int32_t x, int32_t y, struct label label);
/* Lines of at most `width`, at most `most` of them; what does not fit ends in "…". */
struct strs sheet_wrap(const struct sheet *sheet, enum face face, struct str text, int32_t width, size_t most);
/* Whether that many lines hold it, no word broken. */
bool sheet_fits(const struct sheet *sheet, struct str text, int32_t width, size_t most);
/* Lines one under the other, the first one's top at `y`. */
bool sheet_lines(struct sheet *sheet, int32_t x, int32_t y, const struct strs *lines, struct label label);
/* The baseline that centres a line of text on y. */
int32_t sheet_middle(const struct sheet *sheet, int32_t y);

/* ---- series.c: how series are told apart ---- */
struct scale;
bool point_is(const struct chart_point *point);
uint32_t series_colour(const struct sheet *sheet, size_t series);
void series_fill(struct sheet *sheet, size_t series, struct area area, struct str title);
void series_marker(struct sheet *sheet, size_t series, int32_t x, int32_t y, bool hollow, struct str title);
int32_t series_dash(const struct sheet *sheet, size_t series);
/* "T3 2025, jeunes : 1 234". */
struct str series_title(const struct sheet *sheet, size_t series, size_t category);
/* A row of names with their looks, for charts where names cannot stand beside the data; its height is returned.
 * With sheet->drawing->height 0 it only measures. */
int32_t series_key(struct sheet *sheet, int32_t y);
bool series_breaks_at(const struct chart_series *series, size_t category);
/* Where a category stands between the first, at `from`, and the last, at `to`; a single one in the middle. */
struct way {
    int32_t from, to;
};
int32_t way_at(const struct sheet *sheet, struct way way, size_t category);
/* The line of a series, interrupted where a value is missing or the series breaks; NULL where it has no value. */
struct mark *series_line(struct sheet *sheet, size_t series, struct way way, const struct scale *scale,
                         uint32_t colour);
/* The values of all series, at least of one; `zero` keeps 0 in. False when there is none. */
bool series_range(const struct sheet *sheet, bool zero, double *low, double *high);

/* A value inside the area that stands for it, when there is room. */
void series_value(struct sheet *sheet, size_t series, struct area area, struct str text);
struct strs series_names(const struct sheet *sheet);

/* ---- endings.c: names of series at the right of their data ---- */
enum { ENDINGS_MAX = 12 };
struct ending {
    size_t series;
    size_t category;     /* of the data that it names */
    int32_t x, y;        /* where these are */
    int32_t top, height; /* of the words */
    struct strs lines;
};
struct endings {
    struct ending at[ENDINGS_MAX];
    size_t count;
    int32_t width, height; /* what the words need */
};
/* The series' name, and the value if it has one to say. */
void endings_add(struct sheet *sheet, struct endings *endings, size_t series, size_t category, struct str value);
/* The words at x, each as near to its y as the others let it, none below `bottom`. */
void endings_draw(struct sheet *sheet, struct endings *endings, int32_t x, int32_t bottom);

/* ---- rows.c: charts read row by row, named at the left ---- */
struct named_row {
    int32_t y, height;
    struct strs lines;
};
struct rows {
    struct area area; /* of the data */
    struct named_row *at;
    size_t count;
};
/* Rows from `top` down, at least `least` high; `gutter` is kept free at the right. */
struct rows rows_of(struct sheet *sheet, const struct strs *names, int32_t top, int32_t least, int32_t gutter);
void rows_names(struct sheet *sheet, const struct rows *rows);

/* ---- axis.c ---- */
enum { TICKS_MAX = 12 };
struct scale {
    double low, high;
    int32_t from, to; /* where low and high are on the sheet */
    double tick[TICKS_MAX];
    struct str name[TICKS_MAX];
    size_t ticks;
};
struct scale scale_of(const struct sheet *sheet, double low, double high, size_t most);
int32_t scale_at(const struct scale *scale, double value);
/* The widest of the ticks' names. */
int32_t scale_width(const struct sheet *sheet, const struct scale *scale);
/* Rules across the area with their numbers at its left, the unit above; what these need over the area. */
int32_t axis_head(const struct sheet *sheet);
void axis_values(struct sheet *sheet, const struct scale *scale, struct area area);
/* Names centred under their bands; every second, third… when they do not fit, the last one always. */
void axis_categories(struct sheet *sheet, struct area area);
/* A rule between the categories where a series breaks. */
void axis_breaks(struct sheet *sheet, struct area area);
/* The area that is left for the data of an upright chart once the names of its axes have their room. */
struct area axis_frame(struct sheet *sheet, struct scale *scale, struct area within);

#endif
