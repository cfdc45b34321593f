/* Links and images of a text: those that lead nowhere give way to their words. */
#include "work.h"

#include <string.h>

/* Files are in the order of their paths. */
static size_t file_at_or_after(const struct files *files, struct str path)
{
    return 1 + SORTED_FROM(files->at + 1, files->count - 1, struct file, path, path);
}

/* Index of the file with this path, 0 if there is none. */
static uint32_t file_find(const struct files *files, struct str path)
{
    size_t at = file_at_or_after(files, path);
    return at < files->count && str_equal(files->at[at].path, path) ? (uint32_t)at : 0;
}

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* %20 and the like. */
static struct str decode(struct arena *arena, struct str s)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < s.length; i++) {
        bool escape = s.at[i] == '%' && i + 2 < s.length && hex(s.at[i + 1]) >= 0 && hex(s.at[i + 2]) >= 0;
        buffer_byte(&text, escape ? (char)(hex(s.at[i + 1]) * 16 + hex(s.at[i + 2])) : s.at[i]);
        i += escape ? 2 : 0;
    }
    return buffer_str(&text);
}

/* Drops the last segment; false when there is none: the path leads out. */
static bool step_up(struct buffer *path)
{
    if (!path->count)
        return false;
    while (path->count && path->at[path->count - 1] != '/')
        path->count--;
    path->count -= path->count != 0;
    return true;
}

/* The path below the repository of what `written` names in a file; false when it leads out. */
static bool path_resolve(struct arena *arena, struct str from, struct str written, struct str *resolved)
{
    struct buffer path = {.arena = arena};
    struct str rest = decode(arena, str_slice(written, 0, str_index(written, '#', 0))), piece;
    if (!str_starts(rest, STR("/"))) {
        buffer_add(&path, from);
        step_up(&path);
    }
    while (str_split(&rest, '/', &piece)) {
        if (str_equal(piece, STR("..")) ? !step_up(&path) : false)
            return false;
        if (!piece.length || str_equal(piece, STR(".")) || str_equal(piece, STR("..")))
            continue;
        if (path.count)
            buffer_byte(&path, '/');
        buffer_add(&path, piece);
    }
    *resolved = buffer_str(&path);
    return true;
}

static bool is_web(struct str link)
{
    return str_starts(link, STR("http://")) || str_starts(link, STR("https://")) || str_starts(link, STR("mailto:"));
}

/* ---- images ---- */

static struct image *image_load(struct arena *run, struct facts *facts, uint32_t file)
{
    struct str path = facts->files.at[file].path;
    for (size_t i = 0; i < facts->images.count; i++)
        if (str_equal(facts->images.at[i]->path, path))
            return facts->images.at[i];
    struct image *image = ARENA_NEW(run, struct image);
    struct str bytes = STR_NONE;
    if (file_read(run, &facts->folder, &facts->files.at[file], &bytes) != FILE_OK || !read_image(run, bytes, image))
        *image = (struct image){.bytes = STR_NONE};
    image->path = path;
    *PUSH(run, &facts->images) = image;
    return image;
}

const struct image *check_image(struct arena *run, struct facts *facts, struct str path, struct place from,
                                struct diagnostics *diagnostics)
{
    struct str resolved;
    if (is_web(path)) {
        REPORT(diagnostics, from, MSG_image_on_web, {path});
        return NULL;
    }
    if (!path_resolve(run, facts->files.at[from.file].path, path, &resolved)) {
        REPORT(diagnostics, from, MSG_image_outside, {path});
        return NULL;
    }
    uint32_t file = file_find(&facts->files, resolved);
    if (!file) {
        REPORT(diagnostics, from, MSG_image_missing, {path, resolved});
        return NULL;
    }
    const struct image *image = image_load(run, facts, file);
    if (!image->bytes.length)
        REPORT(diagnostics, from, MSG_image_unreadable, {path});
    return image->bytes.length ? image : NULL;
}

/* ---- the tree ---- */

/* The node goes, what it holds stays in its place. */
static void unwrap(struct node *node)
{
    struct node *after = node;
    while (node->first) {
        struct node *child = node->first;
        node_insert_after(after, child);
        after = child;
    }
    node_unlink(node);
}

/* Does a file, or something in a folder, stand at this path? */
static bool leads_somewhere(const struct files *files, struct str path)
{
    size_t at = file_at_or_after(files, path);
    if (!path.length)
        return files->count > 1;
    for (; at < files->count && str_starts(files->at[at].path, path); at++)
        if (files->at[at].path.length == path.length || files->at[at].path.at[path.length] == '/')
            return true;
    return false;
}

/* A document stands alone: of a link within the data only the words remain, with a warning if it was broken. */
static void resolve_link(struct check *check, struct node *node)
{
    struct str path;
    if (is_web(node->link))
        return;
    bool anchor = !node->link.length || node->link.at[0] == '#';
    bool inside =
        anchor || path_resolve(check->scratch, check->facts->files.at[node->place.file].path, node->link, &path);
    bool broken = !anchor && (!inside || !leads_somewhere(&check->facts->files, path));
    bool practice = check->sources[node->place.file].kind == input_kind("practices/<slug>");
    if (broken && practice)
        REPORT(check->diagnostics, node->place, MSG_attachment_missing, {node->link});
    else if (broken)
        REPORT(check->diagnostics, node->place, MSG_link_nowhere, {node->link});
    unwrap(node);
}

static void resolve_image(struct check *check, struct node *node)
{
    node->image = check_image(check->run, check->facts, node->link, node->place, check->diagnostics);
    if (node->image)
        return;
    if (node->kind == NODE_FIGURE)
        node->kind = NODE_PARAGRAPH;
    else
        unwrap(node);
}

static void resolve_table(struct check *check, const struct table *table)
{
    for (size_t c = 0; c < table->column_count; c++)
        links_resolve(check, table->columns[c].title);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            links_resolve(check, table->rows[r].cells[c].inlines);
    links_resolve(check, table->note);
}

void links_resolve(struct check *check, struct node *node)
{
    if (!node)
        return;
    for (struct node *child = node->first, *next; child; child = next) {
        next = child->next;
        links_resolve(check, child);
        if (child->kind == NODE_TABLE && child->table)
            resolve_table(check, child->table);
        else if (child->kind == NODE_LINK)
            resolve_link(check, child);
        else if ((child->kind == NODE_IMAGE || child->kind == NODE_FIGURE) && !child->image)
            resolve_image(check, child);
    }
}
