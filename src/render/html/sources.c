/* Where figures come from: beside the number when pointed at, whole in the annex. */
#include "html.h"

/* The same key stands in the same place of memory wherever it is printed. */
static const struct provenance *source_of(struct html *html, struct str key)
{
    const struct document *document = html->document;
    const struct provenance *next = document->provenances + html->source + 1;
    if (!key.length || html->in_link)
        return NULL;
    if (html->source + 1 >= document->provenance_count || next->key.at != key.at)
        next = document_provenance(document, key);
    html->source = next ? (size_t)(next - document->provenances) : html->source;
    return next;
}

void html_figure(struct html *html, struct str shown, struct quantity number, struct str key)
{
    const struct provenance *provenance = source_of(html, key);
    struct str plain = html_number(html, number);
    if (provenance) {
        html_add(html, "<a href=\"#_f");
        buffer_natural(&html->out, (uint64_t)(provenance - html->document->provenances), 1);
        html_add(html, "\">");
    }
    if (plain.length) {
        html_add(html, "<data");
        html_attribute(html, "value", plain);
        html_add(html, ">");
    }
    html_text(html, shown);
    html_add(html, plain.length ? "</data>" : "");
    html_add(html, provenance ? "</a>" : "");
}

/* Said of every figure: found and escaped for the first one. */
static struct str term(struct html *html, enum html_term term, const char *word)
{
    struct buffer text = {.arena = html->arena};
    if (html->terms[term].length)
        return html->terms[term];
    escape_text(&text, document_word(html->document, word));
    return html->terms[term] = buffer_str(&text);
}

/* What is said of a hundred figures is a third of a page: HTML implies the ends of <dt> and <dd>. */
static void name_add(struct html *html, struct str name)
{
    html_add(html, "<dt>");
    buffer_add(&html->out, name);
}

static void pair(struct html *html, struct str name, struct str text)
{
    if (!text.length)
        return;
    name_add(html, name);
    html_add(html, "<dd>");
    html_sentence(html, text);
}

static void code(struct html *html, struct str text)
{
    html_add(html, "<dd><code>");
    html_text(html, text);
    html_add(html, "</code>");
}

void html_source(struct html *html, const struct provenance *provenance)
{
    html_add(html, "<dl>");
    pair(html, term(html, TERM_RULE, "rule"), provenance->rule);
    pair(html, term(html, TERM_BASIS, "basis"), provenance->basis);
    pair(html, term(html, TERM_COMPUTATION, "computation"), provenance->computation);
    name_add(html, term(html, TERM_KEY, "key"));
    code(html, provenance->key);
    if (provenance->sources.count)
        name_add(html, term(html, TERM_CELLS, "cells"));
    for (size_t i = 0; i < provenance->sources.count; i++)
        code(html, provenance->sources.at[i]);
    html_add(html, "</dl>");
}

static void disclosure(struct html *html, const struct provenance *provenance, size_t at)
{
    html_add(html, "<details><summary id=\"_f");
    buffer_natural(&html->out, at, 1);
    html_add(html, "\">");
    html_sentence(html, provenance->label);
    html_add(html, " <b>");
    html_text(html, provenance->value);
    html_add(html, "</b></summary>\n");
    html_source(html, provenance);
    html_add(html, "</details>\n");
}

/* Shown when asked for, all or one: otherwise they would be half of the page. */
void html_sources(struct html *html)
{
    const struct document *document = html->document;
    if (html->sources_written)
        return;
    html->sources_written = true;
    html_add(html, "<details class=\"annex\"><summary>");
    html_word(html, "sources_all");
    buffer_print(&html->out, " (%zu)</summary>\n<div class=\"sources\">\n", document->provenance_count);
    for (size_t i = 0; i < document->provenance_count; i++)
        disclosure(html, &document->provenances[i], i);
    html_add(html, "</div>\n</details>\n");
}
