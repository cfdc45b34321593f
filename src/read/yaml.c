/* YAML front matter, through libyaml's events. Every scalar stays text: what "no", "1e3" or "12:30" mean is the
 * schema's business. What lets a small text grow large (aliases), run long (depth) or call for code (tags) is refused.
 */
#include "read.h"

#include <yaml.h>

#define DEPTH_MAX 8
#define BYTES_MAX ((size_t)64 << 10)
#define KEYS_MAX 500

struct reading {
    struct arena *arena;
    yaml_parser_t parser;
    uint32_t file, first_line;
    struct diagnostics *diagnostics;
    bool stopped; /* after an error that nothing sound can follow */
};

static struct place place_of(const struct reading *reading, yaml_mark_t mark)
{
    return (struct place){reading->file, reading->first_line + (uint32_t)mark.line, (uint32_t)mark.column + 1};
}

static void stop(struct reading *reading, struct place place, enum message message, struct str word)
{
    diagnostics_add(reading->diagnostics, place, (struct words){message, {word}});
    reading->stopped = true;
}

static bool next_event(struct reading *reading, yaml_event_t *event)
{
    if (reading->stopped)
        return false;
    if (yaml_parser_parse(&reading->parser, event))
        return true;
    stop(reading, place_of(reading, reading->parser.problem_mark), MSG_yaml_malformed, STR_NONE);
    return false;
}

static struct str text_of(struct arena *arena, const unsigned char *bytes, size_t length)
{
    return str_copy(arena, (struct str){(const char *)bytes, length});
}

/* A tag as people write it. */
static struct str tag_name(struct arena *arena, struct str tag)
{
    static const struct str standard = TEXT_OF("tag:yaml.org,2002:");
    return str_starts(tag, standard) ? str_print(arena, "!!%.*s", STR_ARG(str_slice(tag, standard.length, tag.length)))
                                     : tag;
}

/* Refused, and reading goes on as if it were not there. */
static void refuse(struct reading *reading, const yaml_event_t *event, const unsigned char *anchor,
                   const unsigned char *tag)
{
    if (anchor)
        REPORT(reading->diagnostics, place_of(reading, event->start_mark), MSG_yaml_alias,
               {str_of((const char *)anchor)});
    if (tag)
        REPORT(reading->diagnostics, place_of(reading, event->start_mark), MSG_yaml_tag,
               {tag_name(reading->arena, str_of((const char *)tag))});
}

static struct yaml *node_of(struct reading *reading, enum yaml_kind kind, const yaml_event_t *event)
{
    struct yaml *node = ARENA_NEW(reading->arena, struct yaml);
    node->kind = kind;
    node->place = place_of(reading, event->start_mark);
    node->text = STR("");
    return node;
}

static struct yaml *read_node(struct reading *reading, yaml_event_t *event, int depth);

static void read_items(struct reading *reading, struct yaml *list, int depth)
{
    struct yaml **end = &list->first;
    yaml_event_t event;
    while (next_event(reading, &event)) {
        if (event.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&event);
            return;
        }
        *end = read_node(reading, &event, depth);
        if (*end)
            end = &(*end)->next;
    }
}

static bool is_new_key(struct reading *reading, const struct yaml *map, struct yaml *entry, size_t count)
{
    for (const struct yaml *other = map->first; other && other != entry; other = other->next)
        if (name_equal(other->key, entry->key)) {
            REPORT(reading->diagnostics, entry->key_place, MSG_yaml_duplicate,
                   {entry->key, str_print(reading->arena, "%u", other->key_place.line)});
            return false;
        }
    if (count > KEYS_MAX)
        stop(reading, entry->key_place, MSG_yaml_too_many_keys, str_print(reading->arena, "%d", KEYS_MAX));
    return count <= KEYS_MAX;
}

/* The key that the event holds; false at the end of the map, or when reading stops. */
static bool read_key(struct reading *reading, yaml_event_t *event, struct str *key, struct place *place)
{
    bool is_key = event->type == YAML_SCALAR_EVENT;
    *place = place_of(reading, event->start_mark);
    if (is_key) {
        refuse(reading, event, event->data.scalar.anchor, event->data.scalar.tag);
        *key = text_of(reading->arena, event->data.scalar.value, event->data.scalar.length);
    } else if (event->type != YAML_MAPPING_END_EVENT) {
        stop(reading, *place, MSG_yaml_key, STR_NONE);
    }
    yaml_event_delete(event);
    return is_key;
}

static void read_entries(struct reading *reading, struct yaml *map, int depth)
{
    struct yaml **end = &map->first;
    yaml_event_t event;
    struct str key;
    struct place place;
    for (size_t count = 1; next_event(reading, &event) && read_key(reading, &event, &key, &place); count++) {
        struct yaml *entry = next_event(reading, &event) ? read_node(reading, &event, depth) : NULL;
        if (!entry)
            return;
        entry->key = key;
        entry->key_place = place;
        if (is_new_key(reading, map, entry, count)) {
            *end = entry;
            end = &entry->next;
        }
    }
}

/* Takes the event over. NULL when reading stopped before the node began. */
static struct yaml *read_node(struct reading *reading, yaml_event_t *event, int depth)
{
    struct yaml *node = NULL;
    if (event->type == YAML_SCALAR_EVENT) {
        refuse(reading, event, event->data.scalar.anchor, event->data.scalar.tag);
        node = node_of(reading, YAML_SCALAR, event);
        node->text = text_of(reading->arena, event->data.scalar.value, event->data.scalar.length);
    } else if (event->type == YAML_ALIAS_EVENT) {
        refuse(reading, event, event->data.alias.anchor, NULL);
        node = node_of(reading, YAML_SCALAR, event);
    } else if (depth >= DEPTH_MAX) {
        stop(reading, place_of(reading, event->start_mark), MSG_yaml_too_deep,
             str_print(reading->arena, "%d", DEPTH_MAX));
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        refuse(reading, event, event->data.sequence_start.anchor, event->data.sequence_start.tag);
        node = node_of(reading, YAML_LIST, event);
        read_items(reading, node, depth + 1);
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        refuse(reading, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
        node = node_of(reading, YAML_MAP, event);
        read_entries(reading, node, depth + 1);
    }
    yaml_event_delete(event);
    return node;
}

/* The root of the first document; NULL when there is nothing in it. */
static struct yaml *read_root(struct reading *reading)
{
    yaml_event_t event;
    while (next_event(reading, &event)) {
        bool before = event.type == YAML_STREAM_START_EVENT || event.type == YAML_DOCUMENT_START_EVENT;
        if (!before)
            return read_node(reading, &event, 0);
        yaml_event_delete(&event);
    }
    return NULL;
}

struct yaml *read_yaml(struct arena *arena, struct str text, uint32_t file, uint32_t first_line,
                       struct diagnostics *diagnostics)
{
    struct reading reading = {.arena = arena, .file = file, .first_line = first_line, .diagnostics = diagnostics};
    struct place start = {file, first_line, 1};
    if (text.length > BYTES_MAX) {
        REPORT(diagnostics, start, MSG_yaml_too_large, {str_print(arena, "%zu", BYTES_MAX >> 10)});
        return NULL;
    }
    if (!yaml_parser_initialize(&reading.parser)) {
        stop(&reading, start, MSG_yaml_malformed, STR_NONE);
        return NULL;
    }
    yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reading.parser, (const unsigned char *)(text.length ? text.at : ""), text.length);
    struct yaml *root = read_root(&reading);
    yaml_parser_delete(&reading.parser);
    if (root && root->kind != YAML_MAP) {
        REPORT(diagnostics, root->place, MSG_yaml_not_a_map, {STR_NONE});
        root = NULL;
    }
    return root;
}

const struct yaml *yaml_find(const struct yaml *map, struct str key)
{
    for (const struct yaml *entry = map ? map->first : NULL; entry; entry = entry->next)
        if (name_equal(entry->key, key))
            return entry;
    return NULL;
}
