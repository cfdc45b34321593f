/* A workbook read back: every member's CRC, every XML part well-formed. libxlsxwriter reports success on files that are
 * neither. */
#include "read/read.h"
#include "render/formats.h"

bool xlsx_verify(struct arena *arena, struct str bytes)
{
    (void)arena;
    return read_package_whole(bytes);
}
