/* The table of diagnostics: MESSAGE(code, severity, french, english). One row a
 * message, alphabetical within a room. {1} to {4} are filled at the call. A message says
 * what is wrong and what to write instead. Included by diagnostics.h and diagnostics.c only. */
/* base */
MESSAGE(file_forbidden, ERROR, "lecture impossible : permission refusée ou lien qui sort du dossier",
        "cannot be read: permission denied, or a link that leads out of the folder")
MESSAGE(file_not_regular, ERROR, "ce n’est pas un fichier ordinaire", "not a regular file")
MESSAGE(file_too_large, ERROR, "fichier trop gros ({1}) ; la limite est {2}", "file too large ({1}); the limit is {2}")
MESSAGE(file_unreadable, ERROR, "lecture impossible : {1}", "cannot be read: {1}")
