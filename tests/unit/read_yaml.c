#include "reading.h"

#include "read/read.h"

/* "{key@line:column=text@line:column …}" */
static void note(struct buffer *seen, const struct yaml *node)
{
    if (node->kind == YAML_SCALAR) {
        buffer_print(seen, "%.*s@%u:%u", STR_ARG(node->text), node->place.line, node->place.column);
        return;
    }
    buffer_byte(seen, node->kind == YAML_MAP ? '{' : '[');
    for (const struct yaml *n = node->first; n; n = n->next) {
        if (node->kind == YAML_MAP)
            buffer_print(seen, "%.*s@%u:%u=", STR_ARG(n->key), n->key_place.line, n->key_place.column);
        note(seen, n);
        if (n->next)
            buffer_byte(seen, ' ');
    }
    buffer_byte(seen, node->kind == YAML_MAP ? '}' : ']');
}

static const char *reading_of(struct str text)
{
    struct buffer seen = {.arena = arena};
    diagnostics = diagnostics_new(arena);
    const struct yaml *map = read_yaml(arena, text, 1, 2, diagnostics);
    if (map)
        note(&seen, map);
    note_diagnostics(&seen);
    return buffer_str(&seen).at;
}

static const struct written readings[] = {
    {"scalars stay text with their places", TEXT_OF("a: no\nété: 1e3\nh: 12:30\nq: \"x\\ty\"\n"),
     "{a@2:1=no@2:4 été@3:1=1e3@3:6 h@4:1=12:30@4:4 q@5:1=x\ty@5:4}"},
    {NULL, TEXT_OF("a:\nb: ~\n"), "{a@2:1=@2:3 b@3:1=~@3:4}"},
    {"maps and lists nest", TEXT_OF("t: {p: \"#123\", f: x}\nl:\n  - a\n  - [b, c]\n"),
     "{t@2:1={p@2:5=#123@2:8 f@2:16=x@2:19} l@3:1=[a@4:5 [b@5:6 c@5:9]]}"},
    {"long texts keep their lines", TEXT_OF("a: |\n  un\n  deux\nb: >\n  un\n  deux\n"),
     "{a@2:1=un\ndeux\n@2:4 b@5:1=un deux\n@5:4}"},
    {"nothing is nothing", TEXT_OF(""), ""},
    {NULL, TEXT_OF("# rien\n"), ""},
    {"aliases and anchors are refused", TEXT_OF("a: &x 1\nb: *x\n"),
     "{a@2:1=1@2:4 b@3:1=@3:4} yaml_alias 2:4 yaml_alias 3:4"},
    {"tags are refused", TEXT_OF("a: !!python/object x\n"), "{a@2:1=x@2:4} yaml_tag 2:4"},
    {"a key written twice keeps the first", TEXT_OF("nom court: a\nNom_Court: b\n"),
     "{nom court@2:1=a@2:12} yaml_duplicate 3:1"},
    {"a key must be a word", TEXT_OF("a: 1\n[x]: 2\nb: 3\n"), "{a@2:1=1@2:4} yaml_key 3:1"},
    {"the root must be a map", TEXT_OF("- a\n- b\n"), " yaml_not_a_map 2:1"},
    {"what stands before an error is kept", TEXT_OF("a: 1\nb: x: y\nc: 2\n"),
     "{a@2:1=1@2:4 b@3:1=x@3:4} yaml_malformed 3:5"},
    {"depth is limited", TEXT_OF("a: [[[[[[[x]]]]]]]\n"), "{a@2:1=[[[[[[[x@2:11]]]]]]]}"},
    {NULL, TEXT_OF("a: [[[[[[[[x]]]]]]]]\n"), "{a@2:1=[[[[[[[]]]]]]]} yaml_too_deep 2:11"},
    {0},
};

static struct str repeated(const char *piece, size_t bytes)
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, STR("a: "));
    while (text.count < bytes)
        buffer_add(&text, str_of(piece));
    return buffer_str(&text);
}

static void hostile_texts_are_refused_quickly(void **state)
{
    (void)state;
    assert_non_null(read_yaml(arena, repeated("[", 60000), 1, 1, diagnostics));
    assert_int_equal(diagnostics->at[0].message, MSG_yaml_too_deep);
    assert_null(read_yaml(arena, repeated("[", 70000), 1, 1, diagnostics));
    assert_int_equal(diagnostics->at[1].message, MSG_yaml_too_large);
    struct buffer keys = {.arena = arena};
    for (int i = 0; i < 6000; i++)
        buffer_print(&keys, "k%d:\n", i);
    assert_non_null(read_yaml(arena, buffer_str(&keys), 1, 1, diagnostics));
    assert_int_equal(diagnostics->at[2].message, MSG_yaml_too_many_keys);
}

static void keys_are_found_however_they_are_typed(void **state)
{
    (void)state;
    const struct yaml *map = read_yaml(arena, STR("Réçu-le: x\nb: y\n"), 1, 1, diagnostics);
    assert_string_equal(yaml_find(map, STR("recu_le"))->text.at, "x");
    assert_null(yaml_find(map, STR("recu")));
    assert_null(yaml_find(NULL, STR("recu")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(hostile_texts_are_refused_quickly),
        READING_TEST(keys_are_found_however_they_are_typed),
    };
    return run_written(readings, reading_of) + cmocka_run_group_tests(tests, NULL, NULL);
}
