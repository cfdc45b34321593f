/* Charts: the drawing, laid out once for wide pages and once for narrow ones, what it shows in words, and its data. */
#include "html.h"

enum { WIDE = 720, NARROW = 320, TEXT_SIZE = 13 };

static struct chart_style style_at(const struct html *html, int width)
{
    struct chart_style style = chart_style_of(html->document->theme, width * 1000);
    style.text_size = TEXT_SIZE * 1000;
    return style;
}

static void painting(struct html *html, const struct chart *chart, struct str id, int width, const char *class)
{
    struct chart_style style = style_at(html, width);
    const struct drawing *drawing = chart_draw(html->arena, chart, &style, &screen_metrics);
    struct svg svg = {.class = str_of(class),
                      .id = str_print(html->arena, "_%.*s%c", STR_ARG(id), *class),
                      .title = chart->title,
                      .text = chart->sentence,
                      .colours = &html->colours,
                      .arena = html->arena};
    if (!svg.title.length)
        svg.title = chart->sentence;
    svg_paint(&html->out, drawing, &svg);
    html_add(html, "\n");
}

static void data(struct html *html, const struct chart *chart)
{
    if (!chart->table)
        return;
    html_add(html, "<details><summary>");
    html_word(html, "chart_data");
    html_add(html, "</summary>\n");
    html_table(html, chart->table);
    html_add(html, "</details>\n");
}

void html_chart(struct html *html, const struct chart *chart)
{
    struct str id = html_id(html, chart->id.length ? chart->id : chart->title);
    html_add(html, "<figure class=\"chart\"");
    html_attribute(html, "id", id);
    html_add(html, ">\n");
    if (chart->title.length) {
        html_add(html, "<figcaption>");
        html_sentence(html, chart->title);
        html_add(html, "</figcaption>\n");
    }
    bool graph = chart->kind == CHART_GRAPH; /* it scrolls in itself rather than change its shape */
    html_add(html, graph ? "<div class=\"plot scrolls\"" : "<div class=\"plot\"");
    if (graph) {
        html_add(html, " role=\"region\" tabindex=\"0\"");
        html_attribute(html, "aria-label", html_region(html, chart->title.length ? chart->title : chart->sentence));
    }
    html_add(html, ">\n");
    painting(html, chart, id, WIDE, "wide");
    if (!graph)
        painting(html, chart, id, NARROW, "narrow");
    html_add(html, "</div>\n");
    if (chart->sentence.length) {
        html_add(html, "<p class=\"says\">");
        html_sentence(html, chart->sentence);
        html_add(html, "</p>\n");
    }
    data(html, chart);
    html_add(html, "</figure>\n");
}

void html_spark(struct html *html, const struct quantity *series, size_t count, struct str text)
{
    struct chart_style style = style_at(html, WIDE);
    const struct drawing *drawing = chart_spark(html->arena, series, count, 84000, 22000, style.series[0]);
    struct svg svg = {.class = STR("spark"), .title = text, .colours = &html->colours, .arena = html->arena};
    svg_paint(&html->out, drawing, &svg);
}

void html_progress(struct html *html, struct quantity fraction)
{
    if (!fraction.is)
        return;
    struct chart_style style = style_at(html, WIDE);
    const struct drawing *drawing =
        chart_progress(html->arena, fraction.approximate, 72000, 8000, style.series[0], style.rule);
    struct svg svg = {.class = STR("progress"), .colours = &html->colours, .arena = html->arena};
    svg_paint(&html->out, drawing, &svg);
    html_add(html, " ");
}
