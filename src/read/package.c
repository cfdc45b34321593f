#include "package.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

#define MEMBERS_MAX 4000
#define PART_BYTES_MAX ((uint64_t)256 << 20)
#define ALL_BYTES_MAX ((uint64_t)512 << 20)
/* Sheets of equal cells pack to a hundredth; a bomb to a thousandth. */
#define PACKED_MOST 400
#define PACKED_FREE (1u << 20)
#define DEPTH_MAX 64

struct package {
    zip_t *archive;
};

/* ---- archives ---- */

static zip_t *archive_open(struct str bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.length, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (source && !archive)
        zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

static bool sizes_fair(zip_t *archive)
{
    zip_int64_t members = zip_get_num_entries(archive, 0);
    uint64_t total = 0;
    if (members <= 0 || members > MEMBERS_MAX)
        return false;
    for (zip_int64_t i = 0; i < members; i++) {
        zip_stat_t stat;
        if (zip_stat_index(archive, (zip_uint64_t)i, 0, &stat) != 0 || stat.size > PART_BYTES_MAX ||
            (stat.size > PACKED_FREE && stat.size / PACKED_MOST > stat.comp_size))
            return false;
        total += stat.size;
    }
    return total <= ALL_BYTES_MAX;
}

struct package *package_open(struct arena *arena, struct str bytes)
{
    zip_t *archive = archive_open(bytes);
    if (archive && !sizes_fair(archive)) {
        zip_discard(archive);
        archive = NULL;
    }
    if (!archive)
        return NULL;
    struct package *package = ARENA_NEW(arena, struct package);
    package->archive = archive;
    return package;
}

void package_close(struct package *package)
{
    zip_discard(package->archive);
}

/* Reads a member to its end, which checks its CRC; never more than it says it holds. */
static bool member_bytes(zip_t *archive, zip_uint64_t index, char *at, uint64_t size)
{
    zip_file_t *member = zip_fopen_index(archive, index, 0);
    uint64_t done = 0;
    zip_int64_t got = 0;
    if (!member)
        return false;
    while (done < size && (got = zip_fread(member, at + done, size - done)) > 0)
        done += (uint64_t)got;
    char more;
    bool ended = done == size && zip_fread(member, &more, 1) == 0;
    return zip_fclose(member) == 0 && ended;
}

static bool part_at(struct arena *arena, zip_t *archive, zip_uint64_t index, struct str *content)
{
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || stat.size > PART_BYTES_MAX)
        return false;
    char *at = arena_bytes(arena, (size_t)stat.size + 1);
    if (!member_bytes(archive, index, at, stat.size))
        return false;
    at[stat.size] = 0;
    *content = (struct str){at, (size_t)stat.size};
    return true;
}

bool package_part(struct arena *arena, struct package *package, const char *name, struct str *content)
{
    zip_int64_t index = zip_name_locate(package->archive, name, ZIP_FL_NOCASE);
    return index >= 0 && part_at(arena, package->archive, (zip_uint64_t)index, content);
}

/* ---- XML ---- */

struct reading {
    const struct xml_walk *walk;
    XML_Parser parser;
    int depth;
};

static struct str local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    return str_of(colon ? colon + 1 : name);
}

static void XMLCALL on_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct reading *reading = data;
    if (++reading->depth > DEPTH_MAX)
        XML_StopParser(reading->parser, XML_FALSE);
    else if (reading->walk->open)
        reading->walk->open(reading->walk->data, local_name(name), (const char *const *)attributes);
}

static void XMLCALL on_close(void *data, const XML_Char *name)
{
    struct reading *reading = data;
    reading->depth--;
    if (reading->walk->close)
        reading->walk->close(reading->walk->data, local_name(name));
}

static void XMLCALL on_text(void *data, const XML_Char *text, int length)
{
    struct reading *reading = data;
    if (reading->walk->text)
        reading->walk->text(reading->walk->data, (struct str){text, (size_t)length});
}

/* No spreadsheet writes a document type; whoever does means harm by its entities. */
static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public_id,
                               int subset)
{
    (void)name, (void)system, (void)public_id, (void)subset;
    XML_StopParser(((struct reading *)data)->parser, XML_FALSE);
}

bool xml_read(struct str content, const struct xml_walk *walk)
{
    struct reading reading = {.walk = walk, .parser = XML_ParserCreate("UTF-8")};
    if (!reading.parser)
        return false;
    XML_SetUserData(reading.parser, &reading);
    XML_SetElementHandler(reading.parser, on_open, on_close);
    XML_SetCharacterDataHandler(reading.parser, on_text);
    XML_SetStartDoctypeDeclHandler(reading.parser, on_doctype);
    bool whole = true;
    for (size_t done = 0; whole && done < content.length;) {
        size_t piece = content.length - done < (1u << 20) ? content.length - done : 1u << 20;
        whole =
            XML_Parse(reading.parser, content.at + done, (int)piece, done + piece == content.length) == XML_STATUS_OK;
        done += piece;
    }
    XML_ParserFree(reading.parser);
    return whole && content.length;
}

struct str xml_attribute(const char *const *attributes, const char *name)
{
    for (size_t i = 0; attributes[i]; i += 2)
        if (str_equal(local_name(attributes[i]), str_of(name)))
            return str_of(attributes[i + 1]);
    return STR_NONE;
}

/* ---- whole or not ---- */

/* Larger parts are read in pieces, so that memory does not grow with them. */
#define PART_WHOLE ((uint64_t)16 << 20)

static bool piece_parse(XML_Parser parser, const char *at, zip_int64_t size, bool last)
{
    return XML_Parse(parser, at, (int)size, last) == XML_STATUS_OK;
}

static bool stream_whole(zip_t *archive, zip_uint64_t index)
{
    char piece[1 << 16];
    zip_file_t *member = zip_fopen_index(archive, index, 0);
    XML_Parser parser = XML_ParserCreate("UTF-8");
    zip_int64_t got = 0;
    bool whole = member && parser;
    while (whole && (got = zip_fread(member, piece, sizeof piece)) > 0)
        whole = piece_parse(parser, piece, got, false);
    whole = whole && got == 0 && piece_parse(parser, piece, 0, true);
    if (parser)
        XML_ParserFree(parser);
    return (!member || zip_fclose(member) == 0) && whole;
}

static bool member_whole(struct arena *arena, zip_t *archive, zip_uint64_t index)
{
    zip_stat_t stat;
    struct str content, name = str_of(zip_get_name(archive, index, 0));
    bool xml = str_ends(name, STR(".xml")) || str_ends(name, STR(".rels"));
    if (zip_stat_index(archive, index, 0, &stat) == 0 && stat.size > PART_WHOLE && xml)
        return stream_whole(archive, index);
    return part_at(arena, archive, index, &content) && (!xml || xml_well_formed(content));
}

bool read_package_whole(struct str bytes)
{
    zip_t *archive = archive_open(bytes);
    zip_int64_t members = archive ? zip_get_num_entries(archive, 0) : 0;
    bool whole = members > 0;
    struct arena *arena = arena_new();
    for (zip_int64_t i = 0; i < members && whole; i++) {
        struct arena_mark mark = arena_mark(arena);
        whole = member_whole(arena, archive, (zip_uint64_t)i);
        arena_rewind(arena, mark);
    }
    arena_free(arena);
    if (archive)
        zip_discard(archive);
    return whole;
}
