#include "base.h"

#include <errno.h>
#include <string.h>

struct error_row {
    int error;
    const char *text[LANGUAGE_COUNT];
};

static const struct error_row rows[] = {
    {ENOSPC, {"il n’y a plus de place sur le disque", "no space left on the disk"}},
    {EDQUOT, {"le quota du disque est atteint", "the disk quota is reached"}},
    {EFBIG, {"le fichier dépasse la taille permise", "the file is larger than is allowed"}},
    {EROFS, {"ce disque est en lecture seule", "the disk is read-only"}},
    {EACCES, {"permission refusée", "permission denied"}},
    {EPERM, {"permission refusée", "permission denied"}},
    {ENOENT, {"ce fichier ou dossier n’existe pas", "no such file or folder"}},
    {ENOTDIR, {"ce n’est pas un dossier", "not a folder"}},
    {EISDIR, {"c’est un dossier", "it is a folder"}},
    {ENAMETOOLONG, {"ce nom est trop long", "the name is too long"}},
    {EMFILE, {"trop de fichiers ouverts", "too many open files"}},
    {ENFILE, {"trop de fichiers ouverts", "too many open files"}},
    {ENOMEM, {"la mémoire manque", "out of memory"}},
    {EAGAIN, {"le système n’accorde pas d’autre processus", "the system grants no other process"}},
    {ECHILD,
     {"les processus s’arrêtent avant d’avoir commencé, sans doute faute de mémoire",
      "processes end before they begin, probably out of memory"}},
    {EPIPE, {"plus personne ne lit la sortie", "nobody reads the output any more"}},
    {EBADF, {"la sortie est fermée", "the output is closed"}},
    {EIO, {"le disque ne répond pas", "the disk does not answer"}},
};

const char *error_text(int error, enum language language)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].error == error)
            return rows[i].text[language];
    return strerror(error); /* NOLINT(concurrency-mt-unsafe): only the process that speaks to the person asks */
}
