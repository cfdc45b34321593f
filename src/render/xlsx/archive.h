/* The ZIP archive that libxlsxwriter fills, in memory. The library calls minizip's five functions by name; archive.c
 * defines them, and the linker finds these first. So parts are packed by libdeflate, nothing touches a disk, and what
 * goes wrong is known. Private to `render/xlsx`. */
#ifndef RENDER_XLSX_ARCHIVE_H
#define RENDER_XLSX_ARCHIVE_H

#include "model/model.h"

struct archive;
struct archive *archive_new(struct arena *arena);
/* The file name to give to the library: it leads to this archive, and to no file wherever minizip's own functions would
 * be called. */
struct str archive_name(struct arena *arena, const struct archive *archive);
/* The bytes of the whole once the library has closed it; false when something was refused or it never came here. */
bool archive_take(struct archive *archive, struct str *bytes);

#endif
