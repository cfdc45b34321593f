/* Bytes packed by libdeflate, whole: for the streams of a PDF and the parts of a workbook. Private to `render`. */
#ifndef RENDER_DEFLATE_H
#define RENDER_DEFLATE_H

#include "model/model.h"

enum deflate_form { DEFLATE_RAW, DEFLATE_ZLIB };

struct deflater;
/* NULL when there is no memory for it. Levels 1 (quick) to 12. */
struct deflater *deflater_open(int level);
void deflater_close(struct deflater *deflater);
/* Into `room` bytes at `at`; how many, or 0 when they do not fit. */
size_t deflate_whole(struct deflater *deflater, enum deflate_form form, struct str bytes, char *at, size_t room);
/* Room that always suffices. */
size_t deflate_room(struct deflater *deflater, size_t length);
uint32_t deflate_crc(uint32_t crc, struct str bytes);
/* Its version. */
struct str deflate_engine(void);

#endif
