#include "narrative.h"

#include "read/read.h"
#include "render/render.h"

/* ---- lines ---- */

static bool next_line(struct str *rest, struct str *line)
{
    if (!rest->length)
        return false;
    size_t end = str_index(*rest, '\n', 0);
    end += end < rest->length;
    *line = str_slice(*rest, 0, end);
    *rest = str_slice(*rest, end, rest->length);
    return true;
}

static struct str without_end(struct str line)
{
    while (line.length && (line.at[line.length - 1] == '\n' || line.at[line.length - 1] == '\r' ||
                           line.at[line.length - 1] == ' ' || line.at[line.length - 1] == '\t'))
        line.length--;
    return line;
}

static size_t run_of(struct str line, char sign, size_t from)
{
    size_t n = 0;
    while (from + n < line.length && line.at[from + n] == sign)
        n++;
    return n;
}

static size_t indent_of(struct str line)
{
    return run_of(line, ' ', 0);
}

/* The level of "## Besoins", 0 for any other line; its words in *words. */
static size_t heading_level(struct str written, struct str *words)
{
    struct str line = without_end(written);
    size_t indent = indent_of(line), level = run_of(line, '#', indent);
    bool parted = indent + level == line.length || line.at[indent + level] == ' ' || line.at[indent + level] == '\t';
    if (indent > 3 || !level || level > 6 || !parted)
        return 0;
    struct str text = str_trim(str_slice(line, indent + level, line.length));
    while (text.length && text.at[text.length - 1] == '#')
        text.length--;
    *words = str_trim(text);
    return level;
}

/* Code between fences holds no headings. */
static void cross_fence(struct str line, char *fence, size_t *length)
{
    size_t indent = indent_of(line);
    char sign = indent < line.length ? line.at[indent] : 0;
    size_t run = sign == '`' || sign == '~' ? run_of(line, sign, indent) : 0;
    if (indent > 3 || run < 3)
        return;
    if (!*fence) {
        *fence = sign;
        *length = run;
    } else if (*fence == sign && run >= *length && without_end(line).length == indent + run) {
        *fence = 0;
    }
}

/* ---- cutting ---- */

static void cut_front(struct str *text, struct narrative_file *file, uint32_t *line_number)
{
    struct str rest = *text, line;
    if (!next_line(&rest, &line) || !str_equal(without_end(line), STR("---")))
        return;
    struct str front = rest;
    size_t length = 0;
    for (uint32_t n = 1; next_line(&rest, &line); n++) {
        if (str_equal(without_end(line), STR("---")) || str_equal(without_end(line), STR("..."))) {
            file->has_front = true;
            file->front = str_slice(front, 0, length);
            *text = rest;
            *line_number = n + 1;
            return;
        }
        length += line.length;
    }
}

static void cut_sections(struct arena *arena, struct narrative_file *file, struct str text, uint32_t line_number)
{
    struct narrative_section *section = PUSH(arena, &file->sections);
    char fence = 0;
    size_t fence_length = 0;
    *section = (struct narrative_section){.part = PART_OTHER, .body = {text.at, 0}, .line = line_number};
    for (struct str rest = text, line, words; next_line(&rest, &line);) {
        size_t level = fence ? 0 : heading_level(line, &words);
        enum narrative_part part = level ? narrative_part_of(words) : PART_OTHER;
        line_number++;
        cross_fence(line, &fence, &fence_length);
        if (level && (part != PART_OTHER || !section->level || level <= section->level)) {
            section = PUSH(arena, &file->sections);
            *section = (struct narrative_section){part, level, line, {line.at + line.length, 0}, line_number};
        } else {
            section->body.length += line.length;
        }
    }
}

bool narrative_open(struct arena *arena, const struct facts *facts, struct str path, struct narrative_file *file)
{
    struct file at = {.path = path};
    struct str bytes, text;
    uint32_t line = 0;
    *file = (struct narrative_file){.has_front = false};
    enum file_problem problem = file_read(arena, &facts->folder, &at, &bytes);
    bool readable = problem == FILE_OK && read_text(arena, bytes, 0, diagnostics_new(arena), &text);
    file->unreadable = !readable && problem != FILE_ABSENT;
    if (!readable)
        return false;
    size_t end = str_index(text, '\n', 0);
    file->carriage = end > 0 && end < text.length && text.at[end - 1] == '\r';
    cut_front(&text, file, &line);
    cut_sections(arena, file, text, line);
    return true;
}

struct narrative_section *narrative_section_of(struct narrative_file *file, enum narrative_part part)
{
    for (size_t i = 0; i < file->sections.count; i++)
        if (file->sections.at[i].part == part)
            return &file->sections.at[i];
    return NULL;
}

static struct str levelled(struct arena *arena, struct str text)
{
    struct buffer out = {.arena = arena};
    for (struct str rest = str_trim(text), line; next_line(&rest, &line);) {
        buffer_add(&out, without_end(line));
        buffer_byte(&out, '\n');
    }
    return buffer_str(&out);
}

bool narrative_same(struct arena *arena, struct str a, struct str b)
{
    return str_equal(levelled(arena, a), levelled(arena, b));
}

struct str narrative_breaks(struct arena *arena, struct str text, size_t level)
{
    char fence = 0;
    size_t length = 0;
    bool words_before = false;
    for (struct str rest = text, line, words; next_line(&rest, &line);) {
        struct str bare = str_trim(without_end(line));
        bool underline =
            words_before && bare.length && (run_of(bare, '=', 0) == bare.length || run_of(bare, '-', 0) == bare.length);
        size_t own = fence ? 0 : heading_level(line, &words);
        if (!fence && (underline || (own && (own <= level || narrative_part_of(words) != PART_OTHER))))
            return str_copy(arena, bare);
        cross_fence(line, &fence, &length);
        words_before = bare.length > 0;
    }
    return fence ? STR("```") : STR_NONE;
}

/* ---- front matter ---- */

static bool key_is(struct str line, struct str en, struct str fr, struct str *value)
{
    size_t colon = str_index(line, ':', 0);
    struct str key = str_slice(line, 0, colon);
    *value = str_trim(str_slice(line, colon + 1, line.length));
    return colon < line.length && (name_equal(key, en) || name_equal(key, fr));
}

struct str narrative_front(const struct narrative_file *file, struct str en, struct str fr, uint32_t *line_number)
{
    struct str value;
    *line_number = 1;
    for (struct str rest = file->front, line; next_line(&rest, &line);) {
        ++*line_number;
        if (key_is(without_end(line), en, fr, &value))
            return value;
    }
    *line_number = 0;
    return STR_NONE;
}

void narrative_put_front(struct arena *arena, struct narrative_file *file, struct str en, struct str fr,
                         struct str name, struct str value)
{
    struct buffer out = {.arena = arena};
    struct str was;
    bool put = false;
    for (struct str rest = file->front, line; next_line(&rest, &line);) {
        if (key_is(without_end(line), en, fr, &was) && !put)
            buffer_print(&out, "%.*s: %.*s\n", STR_ARG(name), STR_ARG(value)), put = true;
        else
            buffer_add(&out, line);
    }
    if (!put)
        buffer_print(&out, "%.*s: %.*s\n", STR_ARG(name), STR_ARG(value));
    file->front = buffer_str(&out);
    file->has_front = true;
}

/* ---- sections ---- */

/* Where a part that is not there yet goes: after the last of those that come before it. */
static size_t place_of(const struct narrative_file *file, enum narrative_part part)
{
    size_t at = file->sections.count;
    for (size_t i = file->sections.count; i-- > 0;) {
        enum narrative_part other = file->sections.at[i].part;
        if (other != PART_OTHER && other < part)
            return i + 1;
        if (other > part)
            at = i;
    }
    return at;
}

void narrative_put(struct arena *arena, struct narrative_file *file, enum narrative_part part, struct str heading,
                   struct str text)
{
    struct narrative_section *section = narrative_section_of(file, part);
    if (!section) {
        size_t at = place_of(file, part);
        PUSH(arena, &file->sections);
        for (size_t i = file->sections.count - 1; i > at; i--)
            file->sections.at[i] = file->sections.at[i - 1];
        section = &file->sections.at[at];
        *section = (struct narrative_section){
            .part = part, .level = 2, .heading = str_print(arena, "## %.*s\n", STR_ARG(heading))};
    }
    section->body = str_print(arena, "\n%.*s\n\n", STR_ARG(str_trim(levelled(arena, text))));
}

static struct str with_ends(struct arena *arena, struct str text, struct str end)
{
    struct buffer out = {.arena = arena};
    for (struct str rest = text, line; next_line(&rest, &line);) {
        while (line.length && (line.at[line.length - 1] == '\n' || line.at[line.length - 1] == '\r'))
            line.length--;
        buffer_add(&out, line);
        buffer_add(&out, end);
    }
    return buffer_str(&out);
}

/* One empty line before each heading, one line end at the end. */
struct str narrative_text(struct arena *arena, const struct narrative_file *file)
{
    struct buffer out = {.arena = arena};
    if (file->has_front)
        buffer_print(&out, "---\n%.*s---\n", STR_ARG(file->front));
    for (size_t i = 0; i < file->sections.count; i++) {
        const struct narrative_section *section = &file->sections.at[i];
        bool parted = out.count < 2 || (out.at[out.count - 1] == '\n' && out.at[out.count - 2] == '\n');
        if (section->heading.length && !parted)
            buffer_add(&out, out.at[out.count - 1] == '\n' ? STR("\n") : STR("\n\n"));
        buffer_add(&out, section->heading);
        buffer_add(&out, section->body);
    }
    return with_ends(arena, without_end(buffer_str(&out)), file->carriage ? STR("\r\n") : STR("\n"));
}
