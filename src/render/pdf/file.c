#include "render/pdf/file.h"

#include <assert.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_info.h>
#include <string.h>

struct pdf_file {
    struct arena *arena;
    HPDF_Doc doc;
};

/* What libharu keeps for us beside a dictionary, and gives back when it writes it. */
struct body {
    struct str entries;
};

/* A page's own slot is taken by libharu: what is ours hangs on its content stream. */
struct page_body {
    struct body stream; /* first: also the body of the content stream */
    struct str entries, resources;
};

static HPDF_STATUS write_text(HPDF_Stream stream, struct str text)
{
    return text.length ? HPDF_Stream_Write(stream, (const HPDF_BYTE *)text.at, (HPDF_UINT)text.length) : HPDF_OK;
}

static HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream stream)
{
    const struct body *body = dictionary->attr;
    return body ? write_text(stream, body->entries) : HPDF_OK;
}

static HPDF_STATUS write_page(HPDF_Dict page, HPDF_Stream stream)
{
    const struct page_body *body = ((HPDF_PageAttr)page->attr)->contents->attr;
    return body ? write_text(stream, body->entries) : HPDF_OK;
}

static void attach(struct pdf_file *file, HPDF_Dict dictionary, struct str entries)
{
    struct body *body = ARENA_NEW(file->arena, struct body);
    body->entries = entries;
    dictionary->attr = body;
    dictionary->write_fn = write_body;
}

struct pdf_file *pdf_file_open(struct arena *arena)
{
    struct pdf_file *file = ARENA_NEW(arena, struct pdf_file);
    file->arena = arena;
    file->doc = HPDF_New(NULL, NULL);
    if (file->doc)
        file->doc->pdf_version = HPDF_VER_17;
    return file;
}

void pdf_file_close(struct pdf_file *file)
{
    if (file->doc)
        HPDF_Free(file->doc);
}

static HPDF_Dict object_of(struct pdf_file *file, unsigned object)
{
    HPDF_XrefEntry entry = object ? HPDF_Xref_GetEntry(file->doc->xref, object) : NULL;
    return entry ? entry->obj : NULL;
}

static unsigned number_of(const HPDF_Dict dictionary)
{
    return dictionary->header.obj_id & 0x00FFFFFF;
}

/* libharu's errors stay: after the first one nothing more is added, and pdf_file_bytes says so. */
static bool whole(const struct pdf_file *file)
{
    return file->doc && HPDF_GetError(file->doc) == HPDF_OK;
}

unsigned pdf_reserve(struct pdf_file *file)
{
    if (!whole(file))
        return 0;
    HPDF_Dict dictionary = HPDF_Dict_New(file->doc->mmgr);
    if (!dictionary || HPDF_Xref_Add(file->doc->xref, dictionary) != HPDF_OK)
        return 0;
    return number_of(dictionary);
}

void pdf_define(struct pdf_file *file, unsigned object, struct str entries)
{
    HPDF_Dict dictionary = whole(file) ? object_of(file, object) : NULL;
    if (dictionary)
        attach(file, dictionary, entries);
}

unsigned pdf_dictionary(struct pdf_file *file, struct str entries)
{
    unsigned object = pdf_reserve(file);
    pdf_define(file, object, entries);
    return object;
}

unsigned pdf_stream(struct pdf_file *file, struct str entries, struct str bytes)
{
    HPDF_Dict stream = whole(file) ? HPDF_DictStream_New(file->doc->mmgr, file->doc->xref) : NULL;
    if (!stream)
        return 0;
    attach(file, stream, entries);
    write_text(stream->stream, bytes);
    return number_of(stream);
}

static HPDF_REAL points(int32_t thousandths)
{
    return (HPDF_REAL)thousandths / 1000;
}

unsigned pdf_page(struct pdf_file *file, int32_t width, int32_t height)
{
    HPDF_Page page = whole(file) ? HPDF_AddPage(file->doc) : NULL;
    if (!page)
        return 0;
    HPDF_Page_SetWidth(page, points(width));
    HPDF_Page_SetHeight(page, points(height));
    return number_of(page);
}

void pdf_page_define(struct pdf_file *file, unsigned object, const struct pdf_page_parts *parts)
{
    HPDF_Dict page = whole(file) ? object_of(file, object) : NULL;
    if (!page)
        return;
    struct page_body *body = ARENA_NEW(file->arena, struct page_body);
    *body = (struct page_body){{parts->filter}, parts->entries, parts->resources};
    HPDF_Dict content = ((HPDF_PageAttr)page->attr)->contents;
    content->attr = body;
    content->write_fn = write_body;
    page->write_fn = write_page;
    HPDF_Dict resources = HPDF_Dict_GetItem(page, "Resources", HPDF_OCLASS_DICT);
    HPDF_Dict_RemoveElement(resources, "ProcSet"); /* obsolete */
    attach(file, resources, parts->resources);
    write_text(content->stream, parts->content);
}

void pdf_catalog(struct pdf_file *file, struct str entries)
{
    if (whole(file))
        attach(file, file->doc->catalog, entries);
}

void pdf_information(struct pdf_file *file, struct str entries)
{
    if (!whole(file))
        return;
    HPDF_Dict_RemoveElement(file->doc->info, "Producer");
    attach(file, file->doc->info, entries);
}

#define ID_ZEROS "00000000000000000000000000000000"
#define ID_DIGITS (sizeof ID_ZEROS - 1)

static bool read_back(struct pdf_file *file, char *at, size_t length)
{
    for (size_t done = 0; done < length;) {
        HPDF_UINT32 piece = (HPDF_UINT32)(length - done);
        HPDF_STATUS status = HPDF_ReadFromStream(file->doc, (HPDF_BYTE *)at + done, &piece);
        if ((status != HPDF_OK && status != HPDF_STREAM_EOF) || piece == 0)
            return false;
        done += piece;
    }
    return true;
}

/* The identifier cannot hash itself: the hash is taken with zeros in its place. */
static void identify(struct arena *arena, char *at, size_t length)
{
    struct str hash = sha256_text(arena, sha256_of((struct str){at, length}));
    const char mark[] = "/ID [<" ID_ZEROS "><";
    for (size_t i = length - (sizeof mark - 1) + 1; i-- > 0;)
        if (memcmp(at + i, mark, sizeof mark - 1) == 0) {
            memcpy(at + i + sizeof "/ID [<" - 1, hash.at, ID_DIGITS);
            memcpy(at + i + sizeof mark - 1, hash.at, ID_DIGITS);
            return;
        }
    assert(false); /* attached to the trailer just before */
}

bool pdf_file_bytes(struct arena *arena, struct pdf_file *file, struct str *bytes)
{
    if (!whole(file))
        return false;
    attach(file, file->doc->trailer, STR("/ID [<" ID_ZEROS "><" ID_ZEROS ">]\n"));
    if (HPDF_SaveToStream(file->doc) != HPDF_OK || !whole(file))
        return false;
    size_t length = HPDF_GetStreamSize(file->doc);
    char *at = arena_alloc(arena, length + 1, 1);
    HPDF_ResetStream(file->doc);
    if (!read_back(file, at, length))
        return false;
    identify(arena, at, length);
    *bytes = (struct str){at, length};
    return true;
}

struct str pdf_file_error(struct arena *arena, const struct pdf_file *file)
{
    return str_print(arena, "0x%04lX", file->doc ? (unsigned long)HPDF_GetError(file->doc) : 0);
}

struct str pdf_engine(void)
{
    return str_of(HPDF_GetVersion());
}
