/* Headline figures. */
#include "html.h"

static void line(struct html *html, const char *class, struct str text)
{
    if (!text.length)
        return;
    buffer_print(&html->out, "<p class=\"%s\">", class);
    html_sentence(html, text);
    html_add(html, "</p>\n");
}

static void value(struct html *html, const struct card *card)
{
    struct quantity none = {0}, number = card->figure ? card->figure->value : none;
    struct str plain = html_number(html, number);
    html_add(html, "<p class=\"big\">");
    if (plain.length) {
        html_add(html, "<data");
        html_attribute(html, "value", plain);
        html_add(html, ">");
    }
    html_text(html, card->value);
    if (plain.length)
        html_add(html, "</data>");
    if (card->unit.length) {
        bool joined = html->document->language == LANGUAGE_EN && str_equal(card->unit, STR("%"));
        html_add(html, joined ? "<span class=\"unit\">" : "<span class=\"unit\">\u00A0");
        html_text(html, card->unit);
        html_add(html, "</span>");
    }
    html_add(html, "</p>\n");
}

static void source(struct html *html, const struct card *card)
{
    const struct provenance *provenance = document_provenance(html->document, card->key);
    if (!provenance)
        return;
    html_add(html, "<details class=\"why\"><summary>");
    html_word(html, "source_of");
    html_add(html, "<span class=\"sr\"> ");
    html_text(html, card->label);
    html_add(html, "</span></summary>\n");
    html_source(html, provenance);
    html_add(html, "</details>\n");
}

void html_cards(struct html *html, const struct card *cards, size_t count)
{
    html_add(html, "<ul class=\"cards\">\n");
    for (size_t i = 0; i < count; i++) {
        const struct card *card = &cards[i];
        html_add(html, "<li>\n");
        line(html, "label", card->label);
        value(html, card);
        line(html, "basis", card->mark);
        if (card->spark_count > 1)
            html_spark(html, card->spark, card->spark_count, STR_NONE);
        line(html, "change", card->change);
        line(html, "gap", card->gap);
        source(html, card);
        html_add(html, "</li>\n");
    }
    html_add(html, "</ul>\n");
}
