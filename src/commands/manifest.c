/* OUT/manifest.json, the contract of cli.md, and OUT/.bilan/made-from: per file the fingerprint of its inputs, which
 * holds for this machine only (it counts the program and the fonts in) and so is no part of the manifest. */
#include "output.h"

#include <jansson.h>
#include <string.h>

static struct str json_str(struct arena *arena, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_string(value) ? str_copy(arena, (struct str){json_string_value(value), json_string_length(value)})
                                 : STR_NONE;
}

static bool hash_parse(struct str text, struct sha256 *hash)
{
    if (text.length != 64)
        return false;
    for (size_t i = 0; i < 64; i++) {
        const char *digits = "0123456789abcdef", *found = text.at[i] ? strchr(digits, text.at[i]) : NULL;
        if (!found)
            return false;
        uint8_t digit = (uint8_t)(found - digits);
        hash->byte[i / 2] = (uint8_t)(hash->byte[i / 2] << 4 | digit);
    }
    return true;
}

/* A manifest that somebody edited must not make us touch files elsewhere. */
static bool path_is_ours(struct str path)
{
    struct str rest = path, piece;
    while (str_split(&rest, '/', &piece))
        if (!piece.length || *piece.at == '.')
            return false;
    return path.length > 0;
}

static void entry_read(struct arena *arena, struct entries *entries, const json_t *object)
{
    struct entry entry = {.path = json_str(arena, object, "path"),
                          .deliverable = json_str(arena, object, "deliverable"),
                          .audience = json_str(arena, object, "audience"),
                          .period = json_str(arena, object, "period"),
                          .laureate = json_str(arena, object, "laureate"),
                          .format = json_str(arena, object, "format")};
    json_int_t bytes = json_integer_value(json_object_get(object, "bytes"));
    entry.bytes = bytes > 0 ? (uint64_t)bytes : 0;
    bool after = !entries->count || str_compare(entries->at[entries->count - 1].path, entry.path) < 0;
    if (path_is_ours(entry.path) && hash_parse(json_str(arena, object, "sha256"), &entry.hash) && after)
        *PUSH(arena, entries) = entry;
}

static void made_from_read(struct arena *arena, const struct output *output)
{
    struct str text, line;
    if (path_read(arena, str_print(arena, "%s/.bilan/made-from", output->folder.at), &text) != FILE_OK)
        return;
    while (str_split(&text, '\n', &line)) {
        struct entry *entry = line.length > 65 ? output_find(output, str_slice(line, 65, line.length)) : NULL;
        if (entry && !hash_parse(str_slice(line, 0, 64), &entry->made_from))
            entry->made_from = (struct sha256){{0}};
    }
}

void manifest_read(struct arena *arena, struct output *output)
{
    struct str text;
    if (path_read(arena, str_print(arena, "%s/manifest.json", output->folder.at), &text) != FILE_OK)
        return;
    json_t *root = json_loadb(text.at, text.length, JSON_REJECT_DUPLICATES, NULL);
    const json_t *files = json_object_get(root, "files");
    for (size_t i = 0; i < json_array_size(files); i++)
        entry_read(arena, &output->entries, json_array_get(files, i));
    json_decref(root);
    made_from_read(arena, output);
}

static struct str manifest_text(struct arena *arena, const struct output *output, const struct programme *programme,
                                struct sha256 inputs)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, STR("{\"bilan\":\"" BILAN_VERSION "\",\"programme\":"));
    buffer_json(&out, programme->code);
    buffer_print(&out, ",\"inputs_sha256\":\"%s\",\n \"files\":[", sha256_text(arena, inputs).at);
    for (size_t i = 0; i < output->entries.count; i++) {
        const struct entry *entry = &output->entries.at[i];
        buffer_add(&out, i ? STR(",\n  {\"path\":") : STR("\n  {\"path\":"));
        buffer_json(&out, entry->path);
        json_field(&out, "deliverable", entry->deliverable);
        json_field(&out, "audience", entry->audience);
        json_field(&out, "period", entry->period);
        json_field(&out, "laureate", entry->laureate);
        json_field(&out, "format", entry->format);
        buffer_print(&out, ",\"bytes\":%llu,\"sha256\":\"%s\"}", (unsigned long long)entry->bytes,
                     sha256_text(arena, entry->hash).at);
    }
    buffer_add(&out, STR("]}\n"));
    return buffer_str(&out);
}

/* Rewritten only when it would say something else, so that a second run touches nothing. */
static bool write_if_changed(struct str path, struct str text)
{
    return path_holds(path, text) || path_write(path, text);
}

bool manifest_write(struct arena *arena, const struct output *output, const struct programme *programme,
                    struct sha256 inputs)
{
    struct buffer made = {.arena = arena};
    for (size_t i = 0; i < output->entries.count; i++)
        buffer_print(&made, "%s %.*s\n", sha256_text(arena, output->entries.at[i].made_from).at,
                     STR_ARG(output->entries.at[i].path));
    return write_if_changed(str_print(arena, "%s/manifest.json", output->folder.at),
                            manifest_text(arena, output, programme, inputs)) &&
           write_if_changed(str_print(arena, "%s/.bilan/made-from", output->folder.at), buffer_str(&made));
}
