#define _XOPEN_SOURCE 700 /* mkdtemp, nftw */
#include "unit.h"

#include "base/base.h"
#include "base/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static char root[] = "/tmp/bilan-files-XXXXXX";

static struct str below(const char *name)
{
    return str_print(arena, "%s/%s", root, name);
}

static int start(void **state)
{
    (void)state;
    arena = arena_new();
    if (!mkdtemp(root))
        return -1;
    const char *const files[] = {"data/programme.md",
                                 "data/laureats/arc/2025-T1.csv",
                                 "data/laureats/arc/README.md",
                                 "data/x-notes.csv",
                                 "data/.git/config",
                                 "data/~$indicateurs.csv",
                                 "data/Thumbs.db",
                                 "data/media/a b.png",
                                 "data/LICENSE",
                                 "secret.txt"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (!path_write(below(files[i]), str_of(files[i])))
            return -1;
    struct {
        const char *target, *name;
    } links[] = {{"../programme.md", "data/media/inside.md"},
                 {"../../secret.txt", "data/media/outside.txt"},
                 {"/etc/passwd", "data/media/absolute.txt"},
                 {"loop", "data/loop"},
                 {"laureats", "data/folder"},
                 {"nowhere", "data/broken.csv"}};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (symlink(links[i].target, below(links[i].name).at) != 0)
            return -1;
    return mkfifo(below("data/pipe.csv").at, 0600);
}

static int removed(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static int finish(void **state)
{
    (void)state;
    arena_free(arena);
    return nftw(root, removed, 16, FTW_DEPTH | FTW_PHYS);
}

static struct folder opened(void)
{
    struct folder folder;
    assert_int_equal(folder_open(arena, below("data"), &folder), FILE_OK);
    return folder;
}

static size_t said(const struct diagnostics *diagnostics, enum message message)
{
    size_t count = 0;
    for (size_t i = 0; i < diagnostics->count; i++)
        count += diagnostics->at[i].message == message;
    return count;
}

static void the_list_is_sorted_and_silent_names_are_passed_over(void **state)
{
    (void)state;
    struct folder folder = opened();
    struct files files = {0};
    struct diagnostics *diagnostics = diagnostics_new(arena);
    folder_list(arena, &folder, &files, diagnostics);
    const char *const wanted[] = {"laureats/arc/2025-T1.csv", "media/a b.png", "media/inside.md", "programme.md"};
    assert_int_equal(files.count, 1 + sizeof wanted / sizeof *wanted);
    for (size_t i = 1; i < files.count; i++)
        assert_string_equal(files.at[i].path.at, wanted[i - 1]);
    assert_int_equal(said(diagnostics, MSG_link_outside), 2);
    assert_int_equal(said(diagnostics, MSG_link_broken), 2); /* one of them a loop */
    assert_int_equal(said(diagnostics, MSG_link_ignored), 1);
    assert_int_equal(said(diagnostics, MSG_special_ignored), 1);
    folder_close(&folder);
}

static void a_folder_that_cannot_be_entered_is_reported(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip(); /* nothing is closed to root */
    assert_int_equal(mkdir(below("data/closed").at, 0), 0);
    struct folder folder = opened();
    struct files files = {0};
    struct diagnostics *diagnostics = diagnostics_new(arena);
    folder_list(arena, &folder, &files, diagnostics);
    assert_int_equal(said(diagnostics, MSG_folder_unreadable), 1);
    rmdir(below("data/closed").at);
    folder_close(&folder);
}

static void names_that_cannot_be_printed_are_reported(void **state)
{
    (void)state;
    struct str bad = below("data/a\033[31m.csv"), worse = below("data/\xFF.csv");
    assert_true(path_write(bad, STR("")) && path_write(worse, STR("")));
    struct folder folder = opened();
    struct files files = {0};
    struct diagnostics *diagnostics = diagnostics_new(arena);
    folder_list(arena, &folder, &files, diagnostics);
    assert_int_equal(said(diagnostics, MSG_name_unprintable), 2);
    for (size_t i = 0; i < diagnostics->count; i++)
        assert_null(memchr(diagnostics->at[i].word[0].at, '\033', diagnostics->at[i].word[0].length));
    assert_int_equal(unlink(bad.at) + unlink(worse.at), 0);
    folder_close(&folder);
}

static void reading_gives_content_and_hash(void **state)
{
    (void)state;
    struct folder folder = opened();
    struct file file = {.path = STR("media/inside.md")};
    struct str content;
    assert_int_equal(file_read(arena, &folder, &file, &content), FILE_OK);
    assert_string_equal(content.at, "data/programme.md");
    assert_true(file.was_read);
    assert_int_equal(file.bytes, content.length);
    struct sha256 hash = sha256_of(content);
    assert_memory_equal(file.hash.byte, hash.byte, 32);
    folder_close(&folder);
}

static void what_cannot_be_read_says_why(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        enum file_problem problem;
    } cases[] = {
        {"absent.csv", FILE_ABSENT},
        {"", FILE_ABSENT},
        {"laureats", FILE_NOT_REGULAR},
        {"pipe.csv", FILE_NOT_REGULAR},
        {"loop", FILE_FORBIDDEN},
        {"../secret.txt", FILE_FORBIDDEN},
        {"/etc/passwd", FILE_FORBIDDEN},
        {"media/outside.txt", FILE_FORBIDDEN},
        {"folder/../../secret.txt", FILE_FORBIDDEN},
        {"media/absolute.txt", FILE_FORBIDDEN},
        {"programme.md/x", FILE_ABSENT},
    };
    struct folder folder = opened();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct file file = {.path = str_of(cases[i].path)};
        struct str content;
        assert_int_equal(file_read(arena, &folder, &file, &content), cases[i].problem);
        assert_int_equal(content.length, 0);
        assert_false(file.was_read);
    }
    folder_close(&folder);
}

/* Where the kernel cannot help, the answer is the same. */
static void opening_by_steps_agrees_with_the_kernel(void **state)
{
    (void)state;
    static const char *const paths[] = {"programme.md",
                                        "./programme.md",
                                        "media/../programme.md",
                                        "media//a b.png",
                                        "media/inside.md",
                                        "media/outside.txt",
                                        "media/absolute.txt",
                                        "../secret.txt",
                                        "..",
                                        ".",
                                        "loop",
                                        "folder/arc/2025-T1.csv",
                                        "folder/../secret",
                                        "folder/../programme.md",
                                        "media/../../data/programme.md",
                                        "broken.csv",
                                        "programme.md/",
                                        "media/",
                                        "/etc/passwd",
                                        "laureats/arc/../../media/inside.md"};
    struct folder folder = opened();
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        errno = 0;
        int by_kernel = open_beneath(folder.fd, paths[i], O_RDONLY | O_NONBLOCK), kernel_error = errno;
        errno = 0;
        int by_steps = open_beneath_by_steps(folder.fd, paths[i], O_RDONLY | O_NONBLOCK), steps_error = errno;
        if ((by_kernel < 0) != (by_steps < 0) || (by_kernel < 0 && kernel_error != steps_error))
            fail_msg("%s: %s by the kernel, %s by steps", paths[i], strerror(kernel_error), strerror(steps_error));
        if (by_kernel < 0)
            continue;
        struct stat a, b;
        assert_int_equal(fstat(by_kernel, &a) + fstat(by_steps, &b), 0);
        assert_int_equal(a.st_ino, b.st_ino);
        close(by_kernel);
        close(by_steps);
    }
    folder_close(&folder);
}

static void a_file_beyond_the_limit_is_refused_unread(void **state)
{
    (void)state;
    struct str path = below("data/large.csv");
    assert_true(path_write(path, STR("")));
    assert_int_equal(truncate(path.at, (off_t)FILE_BYTES_MAX + 1), 0);
    struct folder folder = opened();
    struct file file = {.path = STR("large.csv")};
    struct str content;
    assert_int_equal(file_read(arena, &folder, &file, &content), FILE_TOO_LARGE);
    unlink(path.at);
    folder_close(&folder);
}

static void writing_replaces_and_leaves_nothing_beside(void **state)
{
    (void)state;
    struct str path = below("out/a/b/c.txt"), content;
    assert_true(path_write(path, STR("one")));
    assert_true(path_write(path, STR("two")));
    assert_int_equal(path_read(arena, path, &content), FILE_OK);
    assert_string_equal(content.at, "two");
    struct folder folder;
    assert_int_equal(folder_open(arena, below("out/a/b"), &folder), FILE_OK);
    assert_int_equal(unlinkat(folder.fd, "c.txt", 0), 0);
    folder_close(&folder);
    assert_int_equal(rmdir(below("out/a/b").at), 0); /* empty: no temporary file */
}

static void what_is_filled_goes_to_the_disk_when_asked(void **state)
{
    (void)state;
    struct str path = below("filled"), content;
    assert_true(path_fill(path, STR("the first, longer")) && path_fill(path, STR("second")));
    assert_true(path_sync(path));
    assert_int_equal(path_read(arena, path, &content), FILE_OK);
    assert_true(str_equal(content, STR("second")));
    assert_true(path_holds(path, STR("second")));
    assert_false(path_holds(path, STR("secund")));
    assert_false(path_holds(path, STR("second, longer")));
    assert_false(path_holds(path, STR("sec")));
    assert_false(path_holds(below("nothing"), STR("")));
    errno = 0;
    assert_false(path_sync(below("nothing")));
    assert_int_equal(errno, ENOENT);
}

static void writing_where_one_cannot_keeps_errno(void **state)
{
    (void)state;
    assert_false(path_write(below("secret.txt/c.txt"), STR("x")));
    assert_int_equal(errno, ENOTDIR);
    assert_false(path_write(below("data"), STR("x")));
    assert_int_equal(errno, EISDIR);
    assert_false(path_write(STR(""), STR("x")));
}

static void an_overlay_stays_below_its_folder(void **state)
{
    (void)state;
    struct folder folder = {.path = below("data")};
    const char *const out[] = {"laureats/../../pwn.csv", "../pwn.csv", "./a.csv", "laureats//a.csv", "laureats/arc/"};
    for (size_t i = 0; i < sizeof out / sizeof *out; i++) {
        struct overlay overlay = {{NULL, 0, 0}, {NULL, 0, 0}};
        struct str failed = STR_NONE;
        *PUSH(arena, &overlay.paths) = str_of(out[i]);
        *PUSH(arena, &overlay.texts) = STR("x");
        assert_false(overlay_write(arena, &folder, &overlay, &failed));
        assert_int_equal(errno, EACCES);
        assert_string_equal(failed.at, out[i]);
    }
    assert_int_equal(access(below("pwn.csv").at, F_OK), -1);
}

static void an_overlay_writes_nothing_where_a_folder_stands(void **state)
{
    (void)state;
    struct folder folder = {.path = below("data")};
    struct overlay overlay = {{NULL, 0, 0}, {NULL, 0, 0}};
    struct str failed = STR_NONE;
    *PUSH(arena, &overlay.paths) = STR("first.csv");
    *PUSH(arena, &overlay.texts) = STR("x");
    *PUSH(arena, &overlay.paths) = STR("laureats");
    *PUSH(arena, &overlay.texts) = STR("x");
    assert_false(overlay_write(arena, &folder, &overlay, &failed));
    assert_int_equal(errno, EISDIR);
    assert_string_equal(failed.at, "laureats");
    assert_int_equal(access(below("data/first.csv").at, F_OK), -1);
}

static void hashes_are_those_of_the_standard(void **state)
{
    (void)state;
    assert_string_equal(sha256_text(arena, sha256_of(STR("abc"))).at,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(sha256_text(arena, sha256_of(STR_NONE)).at,
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_list_is_sorted_and_silent_names_are_passed_over),
        cmocka_unit_test(a_folder_that_cannot_be_entered_is_reported),
        cmocka_unit_test(names_that_cannot_be_printed_are_reported),
        cmocka_unit_test(reading_gives_content_and_hash),
        cmocka_unit_test(what_cannot_be_read_says_why),
        cmocka_unit_test(opening_by_steps_agrees_with_the_kernel),
        cmocka_unit_test(a_file_beyond_the_limit_is_refused_unread),
        cmocka_unit_test(writing_replaces_and_leaves_nothing_beside),
        cmocka_unit_test(what_is_filled_goes_to_the_disk_when_asked),
        cmocka_unit_test(writing_where_one_cannot_keeps_errno),
        cmocka_unit_test(an_overlay_stays_below_its_folder),
        cmocka_unit_test(an_overlay_writes_nothing_where_a_folder_stands),
        cmocka_unit_test(hashes_are_those_of_the_standard),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
