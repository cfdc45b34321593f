#include "render/pdf/metadata.h"

#include "render/pdf/syntax.h"

#define PROGRAM "bilan " BILAN_VERSION

struct words_of {
    struct str title, author, description, language;
    struct str stamp; /* "20260120", empty where there is no date */
    struct str day;   /* "2026-01-20" */
};

static struct words_of words_of(const struct job *job)
{
    const struct document *document = job->document;
    struct words_of words = {
        .title = document->title,
        .author = document->author.length ? document->author : document->programme,
        .description = document->description,
        .language = document->language == LANGUAGE_FR ? STR("fr") : STR("en"),
        .day = date_iso(job->arena, document->date),
    };
    if (document->subtitle.length)
        words.title =
            str_print(job->arena, "%.*s \xE2\x80\x93 %.*s", STR_ARG(document->title), STR_ARG(document->subtitle));
    if (words.day.length)
        words.stamp = str_print(job->arena, "%.4s%.2s%.2s", words.day.at, words.day.at + 5, words.day.at + 8);
    return words;
}

/* ---- the information dictionary ---- */

static void information_entry(struct buffer *out, const char *key, struct str text)
{
    if (!text.length)
        return;
    buffer_print(out, "/%s ", key);
    syntax_text(out, text);
    buffer_byte(out, '\n');
}

static void write_information(const struct job *job, const struct words_of *words)
{
    struct buffer out = {.arena = job->arena};
    information_entry(&out, "Title", words->title);
    information_entry(&out, "Author", words->author);
    information_entry(&out, "Subject", words->description);
    information_entry(&out, "Creator", STR(PROGRAM));
    information_entry(&out, "Producer", STR(PROGRAM));
    if (words->stamp.length)
        buffer_print(&out, "/CreationDate (D:%s000000+00'00')\n/ModDate (D:%s000000+00'00')\n", words->stamp.at,
                     words->stamp.at);
    pdf_information(job->file, buffer_str(&out));
}

/* ---- XMP: the same things again ---- */

static void xml(struct buffer *out, struct str text)
{
    static const struct str escapes[128] = {['&'] = TEXT_OF("&amp;"), ['<'] = TEXT_OF("&lt;"), ['>'] = TEXT_OF("&gt;")};
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.at[i];
        if (c < 128 && escapes[c].length)
            buffer_add(out, escapes[c]);
        else if (c >= ' ')
            buffer_byte(out, (char)c);
    }
}

static void xml_element(struct buffer *out, const char *name, const char *before, struct str text, const char *after)
{
    if (!text.length)
        return;
    buffer_print(out, "<%s>%s", name, before);
    xml(out, text);
    buffer_print(out, "%s</%s>\n", after, name);
}

static void write_core(struct buffer *out, struct arena *arena, const struct words_of *words)
{
    static const char *const alternative[2] = {"<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>"};
    struct str time = words->day.length ? str_print(arena, "%sT00:00:00+00:00", words->day.at) : STR_NONE;
    xml_element(out, "dc:title", alternative[0], words->title, alternative[1]);
    xml_element(out, "dc:creator", "<rdf:Seq><rdf:li>", words->author, "</rdf:li></rdf:Seq>");
    xml_element(out, "dc:description", alternative[0], words->description, alternative[1]);
    xml_element(out, "dc:language", "<rdf:Bag><rdf:li>", words->language, "</rdf:li></rdf:Bag>");
    xml_element(out, "xmp:CreatorTool", "", STR(PROGRAM), "");
    xml_element(out, "pdf:Producer", "", STR(PROGRAM), "");
    xml_element(out, "xmp:CreateDate", "", time, "");
    xml_element(out, "xmp:ModifyDate", "", time, "");
}

/* PDF/A knows no property that is not described: here the one by which a file says that it is PDF/UA. */
static const char extension[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static unsigned write_xmp(const struct job *job, const struct words_of *words)
{
    struct buffer out = {.arena = job->arena};
    buffer_add(&out, STR("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                         " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                         " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                         " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                         " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                         " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"));
    write_core(&out, job->arena, words);
    buffer_add(&out, STR("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                         "<pdfuaid:part>1</pdfuaid:part>\n"));
    buffer_add(&out, str_of(extension));
    buffer_add(&out, STR("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n"));
    return pdf_stream(job->file, STR("/Type /Metadata\n/Subtype /XML\n"), buffer_str(&out));
}

/* ---- the catalogue ---- */

static unsigned write_profile(const struct job *job)
{
    struct packed packed = compress(job->arena, job->press->compressor, COMPRESS_QUICK, pdf_srgb_profile(job->arena));
    return pdf_stream(job->file, str_print(job->arena, "/N 3\n%.*s", STR_ARG(packed.filter)), packed.bytes);
}

void pdf_metadata_write(const struct job *job, unsigned structure)
{
    const struct words_of words = words_of(job);
    struct buffer out = {.arena = job->arena};
    unsigned bookmarks = pdf_bookmarks_write(job);
    write_information(job, &words);
    buffer_print(&out, "/Lang (%.*s)\n/MarkInfo <</Marked true>>\n/StructTreeRoot %u 0 R\n/Metadata %u 0 R\n",
                 STR_ARG(words.language), structure, write_xmp(job, &words));
    buffer_print(&out,
                 "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                 " /Info (sRGB IEC61966-2.1) /DestOutputProfile %u 0 R>>]\n",
                 write_profile(job));
    if (bookmarks)
        buffer_print(&out, "/Outlines %u 0 R\n/PageMode /UseOutlines\n", bookmarks);
    buffer_add(&out, STR("/ViewerPreferences <</DisplayDocTitle true>>\n"));
    pdf_catalog(job->file, buffer_str(&out));
}
