/* Packages: ZIP archives of XML parts, as spreadsheets save them. Owns libzip and expat. Guarded: members, sizes,
 * compression, nesting are capped, and a part with a document type, hence entities, is refused. Private to `read`. */
#ifndef READ_PACKAGE_H
#define READ_PACKAGE_H

#include "read/read.h"

struct package;
/* NULL when it is no archive, or one that no spreadsheet writes: too many members, too large, packed too tightly. */
struct package *package_open(struct arena *arena, struct str bytes);
void package_close(struct package *package);
/* The whole content of a part; false when there is none or it is damaged. */
bool package_part(struct arena *arena, struct package *package, const char *name, struct str *content);

/* Elements by their local names, in order; text as it comes, in pieces. */
struct xml_walk {
    void *data;
    void (*open)(void *data, struct str name, const char *const *attributes); /* names and values, NULL at the end */
    void (*close)(void *data, struct str name);
    void (*text)(void *data, struct str text);
};
/* False when it is not well-formed, has a document type or is nested too deeply. */
bool xml_read(struct str content, const struct xml_walk *walk);
/* The same of what this program wrote, much faster: no comments, sections of data or processing instructions. */
bool xml_well_formed(struct str content);
/* The value of an attribute by its local name, or empty. */
struct str xml_attribute(const char *const *attributes, const char *name);

#endif
