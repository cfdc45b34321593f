/* The closing summary, for a coordinator. */
#include "build.h"

static void say_count(const struct build *build, size_t count, const char *french, const char *french_many,
                      const char *english, const char *english_many)
{
    bool many = build->session.language == LANGUAGE_FR ? count > 1 : count != 1;
    const char *text = build->session.language == LANGUAGE_FR ? (many ? french_many : french)
                       : many                                 ? english_many
                                                              : english;
    if (count)
        fprintf(stderr, text, say_number(build->session.run, count, build->session.language).at);
}

static void say_withheld(const struct build *build)
{
    bool french = build->session.language == LANGUAGE_FR;
    say_count(build, build->withheld, "%s fichier retenu par des erreurs dans les données :\n",
              "%s fichiers retenus par des erreurs dans les données :\n", "%s file withheld by errors in the data:\n",
              "%s files withheld by errors in the data:\n");
    size_t listed = 0, jobs = 0;
    for (size_t i = 0; i < build->plan.jobs.count; i++) {
        const struct job *job = &build->plan.jobs.at[i];
        jobs += job->withheld != NULL;
        if (job->withheld && listed++ < 10)
            fprintf(stderr, "  %.*s\n", STR_ARG(job->path));
    }
    if (jobs > 10)
        fprintf(stderr, french ? "  … et %zu autres\n" : "  … and %zu others\n", jobs - 10);
    fprintf(stderr,
            french ? "Corrigez les erreurs ci-dessus, ou produisez un brouillon : bilan build --draft %.*s\n"
                   : "Mend the errors above, or build a draft: bilan build --draft %.*s\n",
            STR_ARG(build->session.invocation->arguments.at[0]));
}

void build_say(const struct build *build)
{
    bool french = build->session.language == LANGUAGE_FR;
    struct str folder = build->output.folder;
    if (session_say_bare(&build->session))
        return;
    if (build->withheld)
        say_withheld(build);
    say_count(build, build->failed, "%s fichier n’a pas pu être produit.\n",
              "%s fichiers n’ont pas pu être produits.\n", "%s file could not be made.\n",
              "%s files could not be made.\n");
    if (build->session.invocation->quiet)
        return;
    say_count(build, build->removed, "%s fichier qui n’a plus lieu d’être a été retiré.\n",
              "%s fichiers qui n’ont plus lieu d’être ont été retirés.\n",
              "%s file that no longer belongs was removed.\n", "%s files that no longer belong were removed.\n");
    if (build->written) {
        say_count(build, build->written, "%s fichier écrit", "%s fichiers écrits", "%s file written",
                  "%s files written");
        fprintf(stderr, french ? " dans %.*s" : " in %.*s", STR_ARG(folder));
        say_count(build, build->unchanged, ", %s déjà à jour", ", %s déjà à jour", ", %s already up to date",
                  ", %s already up to date");
        fputs(".\n", stderr);
    } else if (build->unchanged) {
        fprintf(stderr,
                french ? "Rien à faire : %s fichiers sont à jour dans %.*s.\n"
                       : "Nothing to do: %s files are up to date in %.*s.\n",
                say_number(build->session.run, build->unchanged, build->session.language).at, STR_ARG(folder));
    } else if (!build->withheld && !build->failed && !build->machine_failed) {
        fputs(french ? "Aucun livrable ne correspond à la demande.\n" : "No deliverable matches what was asked.\n",
              stderr);
    }
}
