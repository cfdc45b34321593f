#include "compose/template.h"

#include <stdlib.h>

/* Where templates are: the programme's own folder first, then those installed for its language. */

static void take_template(struct arena *run, const struct facts *facts, struct template *template, struct str text,
                          struct diagnostics *diagnostics)
{
    size_t before = diagnostics_count(diagnostics, SEVERITY_ERROR);
    struct markdown markdown = read_markdown(run, text, template->file, diagnostics);
    template->body = markdown.body;
    template_front(run, markdown.front, template, diagnostics);
    template_check(run, facts, markdown.front, template, diagnostics);
    template->broken = diagnostics_count(diagnostics, SEVERITY_ERROR) > before;
}

/* "quarterly-synthesis" of "templates/quarterly-synthesis.md", or STR_NONE for any other file. */
static struct str template_name(struct arena *run, struct str path)
{
    size_t slash = str_index(path, '/', 0);
    struct str folder = str_slice(path, 0, slash), rest = str_slice(path, slash + 1, path.length);
    bool ours = name_equal(folder, STR("templates")) || name_equal(folder, STR("modeles"));
    if (!ours || !str_ends(rest, STR(".md")) || str_index(rest, '/', 0) < rest.length)
        return STR_NONE;
    return name_slug(run, str_slice(rest, 0, rest.length - 3));
}

static bool has_template(const struct templates *templates, struct str name)
{
    for (size_t i = 0; i < templates->count; i++)
        if (str_equal(templates->at[i].name, name))
            return true;
    return false;
}

static void read_own(struct arena *run, struct facts *facts, struct templates *templates,
                     struct diagnostics *diagnostics)
{
    for (uint32_t i = 1; i < facts->files.count; i++) {
        struct file *file = &facts->files.at[i];
        struct str name = template_name(run, file->path), bytes, text;
        if (!name.length || has_template(templates, name))
            continue;
        enum file_problem problem = file_read(run, &facts->folder, file, &bytes);
        struct template *template = PUSH(run, templates);
        *template = (struct template){.name = name, .file = i, .path = file->path, .hash = file->hash};
        template->broken = problem != FILE_OK || !read_text(run, bytes, i, diagnostics, &text);
        if (problem != FILE_OK)
            REPORT(diagnostics, ((struct place){i, 0, 0}), MSG_template_unreadable, {file->path});
        if (!template->broken)
            take_template(run, facts, template, text, diagnostics);
    }
}

static void read_installed(struct arena *run, struct facts *facts, struct str path, struct str name,
                           struct templates *templates, struct diagnostics *diagnostics)
{
    struct str bytes, text;
    struct template *template = PUSH(run, templates);
    *template = (struct template){.name = name, .path = path};
    if (path_read(run, path, &bytes) != FILE_OK || !read_text(run, bytes, 0, diagnostics, &text)) {
        REPORT(diagnostics, ((struct place){0}), MSG_template_unreadable, {path});
        template->broken = true;
        return;
    }
    template->hash = sha256_of(bytes);
    take_template(run, facts, template, text, diagnostics);
}

/* One folder a language: templates/fr, templates/en. */
static void list_installed(struct arena *run, struct facts *facts, struct str installed, struct templates *templates,
                           struct diagnostics *diagnostics)
{
    static const char *const folders[LANGUAGE_COUNT] = {[LANGUAGE_FR] = "fr", [LANGUAGE_EN] = "en"};
    struct str path = str_print(run, "%.*s/%s", STR_ARG(installed), folders[facts->programme.language]);
    struct folder folder;
    struct files files = {0};
    if (folder_open(run, path, &folder) != FILE_OK) {
        REPORT(diagnostics, ((struct place){0}), MSG_template_unreadable, {path});
        return;
    }
    folder_list(run, &folder, &files, diagnostics);
    folder_close(&folder);
    for (size_t i = 1; i < files.count; i++) {
        struct str file = files.at[i].path;
        struct str name = name_slug(run, str_slice(file, 0, file.length > 3 ? file.length - 3 : 0));
        if (str_ends(file, STR(".md")) && !has_template(templates, name))
            read_installed(run, facts, str_print(run, "%.*s/%.*s", STR_ARG(path), STR_ARG(file)), name, templates,
                           diagnostics);
    }
}

static int by_name(const void *a, const void *b)
{
    const struct template *x = a, *y = b;
    return str_compare(x->name, y->name);
}

struct templates compose_templates(struct arena *run, struct facts *facts, struct str installed,
                                   struct diagnostics *diagnostics)
{
    struct templates templates = {0};
    read_own(run, facts, &templates, diagnostics);
    list_installed(run, facts, installed, &templates, diagnostics);
    if (templates.count)
        qsort(templates.at, templates.count, sizeof *templates.at, by_name);
    return templates;
}

bool template_reads(const struct template *template, const struct input_kind *input)
{
    for (size_t i = 0; template->holes && i < template->holes->count; i++) {
        struct str rest = str_of(template->holes->at[i].hole->reads), name;
        while (str_split(&rest, ' ', &name))
            if (str_equal(name, input->en))
                return true;
    }
    return false;
}
