/* bilan init DIR: a new data repository that builds, copied from templates/init. */
#include "session.h"
#include "tell.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

static const char *const skeleton[LANGUAGE_COUNT] = {[LANGUAGE_FR] = "init/fr", [LANGUAGE_EN] = "init/en"};

/* The guide; names like its are passed over where data are listed. */
#define GUIDE STR("README.md")

/* Nothing there but what tools keep for themselves, as in a fresh clone; or nothing at all. False tells why in errno.
 */
static bool is_free(struct str path)
{
    DIR *folder = opendir(path.at);
    bool any = false;
    if (!folder)
        return errno == ENOENT;
    for (struct dirent *entry; !any && (entry = readdir(folder));)
        any = entry->d_name[0] != '.';
    closedir(folder);
    errno = EEXIST;
    return !any;
}

static enum exit_code copy_file(const struct invocation *invocation, const struct folder *from, struct file *file)
{
    struct arena *arena = invocation->arena;
    struct str bytes, to = str_print(arena, "%.*s/%.*s", STR_ARG(invocation->arguments.at[0]), STR_ARG(file->path));
    if (file_read(arena, from, file, &bytes) != FILE_OK)
        return tell_failure(invocation->language, str_print(arena, "%s/%s", from->path.at, file->path.at), EIO);
    return path_write(to, bytes) ? EXIT_FINE : tell_failure(invocation->language, to, errno);
}

static enum exit_code copy_all(const struct invocation *invocation, const struct folder *from)
{
    struct files files = {0};
    enum exit_code code = EXIT_FINE;
    folder_list(invocation->arena, from, &files, diagnostics_new(invocation->arena));
    *PUSH(invocation->arena, &files) = (struct file){.path = GUIDE};
    for (size_t i = 1; i < files.count && code == EXIT_FINE; i++)
        code = copy_file(invocation, from, &files.at[i]);
    return code;
}

static void say_next(const struct invocation *invocation)
{
    bool french = invocation->language == LANGUAGE_FR;
    struct str path = invocation->arguments.at[0];
    fprintf(stderr,
            french ? "Le dossier %.*s est prêt : lisez %.*s/%.*s, puis « bilan build %.*s ».\n"
                   : "The folder %.*s is ready: read %.*s/%.*s, then `bilan build %.*s`.\n",
            STR_ARG(path), STR_ARG(path), STR_ARG(GUIDE), STR_ARG(path));
}

enum exit_code command_init(struct invocation *invocation)
{
    struct str path = invocation->arguments.at[0];
    struct folder from;
    if (!is_free(path)) {
        if (errno != EEXIST)
            return tell_failure(invocation->language, path, errno);
        tell(invocation->language, "%.*s contient déjà des fichiers ; donnez un dossier vide ou un nom nouveau",
             "%.*s already holds files; give an empty folder or a new name", STR_ARG(path));
        return EXIT_USAGE;
    }
    struct str share =
        str_print(invocation->arena, "%s/%s", share_folder(invocation->arena).at, skeleton[invocation->language]);
    if (folder_open(invocation->arena, share, &from) != FILE_OK)
        return tell_failure(invocation->language, share, ENOENT);
    enum exit_code code = copy_all(invocation, &from);
    folder_close(&from);
    if (code == EXIT_FINE && !invocation->quiet)
        say_next(invocation);
    return code;
}
