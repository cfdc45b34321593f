/* The door of `read`: bytes become located things, without deciding what they
 * mean. CSV in the dialects people save, YAML front matter, Markdown.
 * Owns libcsv (csv.c), libyaml (yaml.c), cmark (markdown.c), libzip and expat (package.h). What is wrong is reported;
 * something is always returned.
 */
#ifndef READ_H
#define READ_H

#include "model/model.h"

/* Strict UTF-8 in NFC from the bytes of a file: BOM, UTF-16, else Windows-1252 with a note. A NUL byte is
 * an error. False when nothing can be made of it. ASCII content is returned as it is, uncopied. */
bool read_text(struct arena *arena, struct str bytes, uint32_t file, struct diagnostics *diagnostics, struct str *text);

/* ---- CSV, streamed: memory does not grow with the file ---- */
struct csv_cell {
    struct str text;       /* trimmed; valid during the call only */
    uint32_t line, column; /* of its first character, in characters */
};
struct csv_reader;
/* `known` are the column names (both languages, written as in the table of inputs: lower-case ASCII) by which the
 * delimiter is told from the header row. */
struct csv_options {
    const struct str *known;
    size_t known_count;
};
/* Called once for the header (row 0), then for each row that is not blank. `delimiter` is ';', ',' or '\t'. Return
 * false to stop. */
typedef bool csv_row(void *data, size_t row, const struct csv_cell *cells, size_t count, char delimiter);
/* `text` is what read_text gave. Broken quotes, too many cells are reported; reading goes on where it can. */
void read_csv(struct arena *scratch, struct str text, uint32_t file, struct csv_options options,
              struct diagnostics *diagnostics, csv_row *each, void *data);

/* ---- YAML front matter ---- */
enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };
struct yaml {
    enum yaml_kind kind;
    struct str key;  /* in a map */
    struct str text; /* SCALAR: always text, the schema types it */
    struct place place, key_place;
    struct yaml *first, *next;
};
/* A map or NULL. Refuses aliases, tags, duplicate keys, depth above 8, more than 64 KiB. `first_line` is the line of
 * the file on which `text` starts. */
struct yaml *read_yaml(struct arena *arena, struct str text, uint32_t file, uint32_t first_line,
                       struct diagnostics *diagnostics);
const struct yaml *yaml_find(const struct yaml *map, struct str key); /* ignoring case, accents, '-', '_' */

/* ---- Markdown ---- */
struct markdown {
    struct yaml *front; /* a map, or NULL */
    struct node *body;  /* NODE_BODY, never NULL; blocks, headings at the levels written */
};
/* What a document may hold is decided here: raw HTML dropped with a warning (<br> honoured), link schemes other than
 * http, https, mailto refused, nesting and size capped, pipe tables made (cells CELL_TEXT). Links without a scheme are
 * kept in node.link for `check` to resolve. Images: node.link is the path as written, node.image NULL; `check` resolves
 * it; node.text is its title. Code blocks keep their info word in node.info. Inlines have their line;
 * links, images and code also the column of their address or text. A table's id is empty: whoever puts it in a document
 * names it. */
struct markdown read_markdown(struct arena *arena, struct str text, uint32_t file, struct diagnostics *diagnostics);

/* PNG or JPEG bytes: fills kind, size and bytes (`path` stays) after a full guarded decoding. False, and `image`
 * untouched, when they are corrupt, larger than 20 000 pixels a side or 40 million in all, or neither. */
bool read_image(struct arena *arena, struct str bytes, struct image *image);
/* The samples of such an image: 8-bit RGB, rows top down, upright; `alpha` apart, NULL when every pixel is opaque. */
bool read_samples(struct arena *arena, const struct image *image, uint8_t **rgb, uint8_t **alpha);

/* The same picture, upright and of the same kind, no side longer than `most` pixels; itself when it is not much larger,
 * or would not come out lighter. */
struct image read_reduced(struct arena *arena, const struct image *image, uint32_t most);

/* ---- workbooks (XLSX) ---- */
/* A number is the shortest decimal that reads back; a date is a number of days
 * since 1899-12-30. */
enum read_kind { READ_TEXT, READ_NUMBER, READ_BOOLEAN, READ_ERROR };
struct read_cell {
    uint32_t row, column; /* from 1 */
    enum read_kind kind;
    struct str text; /* empty where there is no cell */
};
struct read_sheet {
    struct str name, id;
    struct read_cell *at; /* by row and column, no place twice; without the empty ones */
    size_t count, capacity;
};
struct read_workbook {
    struct read_sheet *at;
    size_t count, capacity;
};
/* False when it is no workbook, damaged, or one made to do harm: too large for its bytes, with entities. */
bool read_workbook(struct arena *arena, struct str bytes, struct read_workbook *workbook);
/* NULL when there is none; ignoring case and accents. */
const struct read_sheet *read_sheet_named(const struct read_workbook *workbook, struct str name);
/* Never NULL. */
const struct read_cell *read_sheet_cell(const struct read_sheet *sheet, uint32_t row, uint32_t column);
/* Every member of the archive reads back whole, and every XML part is well-formed. */
bool read_package_whole(struct str bytes);

#endif
