/* A workbook read back: every member's CRC, every XML part well-formed. libxlsxwriter reports success on files that are
 * neither. */
#include "render/formats.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

#define PART_BYTES_MAX ((zip_uint64_t)512 << 20)

static bool is_xml(const char *name)
{
    struct str path = str_of(name);
    return str_ends(path, STR(".xml")) || str_ends(path, STR(".rels"));
}

/* Reads a member to its end, which checks its CRC, and parses it when it is XML. */
static bool member_whole(zip_file_t *member, XML_Parser parser, zip_uint64_t size)
{
    char bytes[65536];
    zip_uint64_t total = 0;
    zip_int64_t got;
    while ((got = zip_fread(member, bytes, sizeof bytes)) > 0) {
        total += (zip_uint64_t)got;
        if (parser && XML_Parse(parser, bytes, (int)got, 0) != XML_STATUS_OK)
            return false;
    }
    return got == 0 && total == size && (!parser || XML_Parse(parser, bytes, 0, 1) == XML_STATUS_OK);
}

static bool member_check(zip_t *archive, zip_uint64_t index)
{
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || stat.size > PART_BYTES_MAX)
        return false;
    zip_file_t *member = zip_fopen_index(archive, index, 0);
    if (!member)
        return false;
    XML_Parser parser = is_xml(stat.name) ? XML_ParserCreate("UTF-8") : NULL;
    bool whole = member_whole(member, parser, stat.size);
    if (parser)
        XML_ParserFree(parser);
    return zip_fclose(member) == 0 && whole;
}

bool xlsx_verify(struct arena *arena, struct str bytes)
{
    (void)arena;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.at, bytes.length, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (!archive) {
        if (source)
            zip_source_free(source);
        return false;
    }
    zip_int64_t members = zip_get_num_entries(archive, 0);
    bool whole = members > 0;
    for (zip_int64_t i = 0; i < members && whole; i++)
        whole = member_check(archive, (zip_uint64_t)i);
    zip_discard(archive);
    return whole;
}
