/* The table of diagnostics: MESSAGE(code, severity, french, english). One row a
 * message, alphabetical within a room. {1} to {4} are filled at the call. A message says
 * what is wrong and what to write instead. Included by diagnostics.h and diagnostics.c only. */
/* base */
MESSAGE(file_forbidden, ERROR, "lecture impossible : permission refusée ou lien qui sort du dossier",
        "cannot be read: permission denied, or a link that leads out of the folder")
MESSAGE(file_not_regular, ERROR, "ce n’est pas un fichier ordinaire", "not a regular file")
MESSAGE(file_too_large, ERROR, "fichier trop gros ({1}) ; la limite est {2}", "file too large ({1}); the limit is {2}")
MESSAGE(file_unreadable, ERROR, "lecture impossible : {1}", "cannot be read: {1}")
MESSAGE(folder_too_deep, ERROR, "dossier trop profond, non lu : {1} ; remontez-le d’un ou plusieurs niveaux",
        "folder too deep, not read: {1}; move it up")
MESSAGE(folder_unreadable, ERROR, "impossible d’entrer dans {1} ; vérifiez les permissions du dossier",
        "cannot enter {1}; check the permissions of the folder")
MESSAGE(link_broken, WARNING, "{1} est un lien symbolique qui ne mène nulle part ; remplacez-le par le fichier",
        "{1} is a symbolic link that leads nowhere; put the file in its place")
MESSAGE(link_ignored, WARNING, "{1} est un lien symbolique vers un dossier ; il n’est pas suivi",
        "{1} is a symbolic link to a folder; it is not followed")
MESSAGE(link_outside, ERROR, "{1} est un lien qui sort du dossier ; copiez le fichier dans le dossier",
        "{1} is a link that leads out of the folder; copy the file into the folder")
MESSAGE(name_unprintable, ERROR, "nom de fichier illisible : {1} ; renommez-le en UTF-8, sans caractère de contrôle",
        "unreadable file name: {1}; rename it in UTF-8, without control characters")
MESSAGE(special_ignored, WARNING, "{1} n’est ni un fichier ni un dossier ; il est laissé de côté",
        "{1} is neither a file nor a folder; it is left aside")
/* commands */
MESSAGE(document_lost, ERROR, "le livrable {1} n’a pas pu être produit : le processus qui le composait s’est arrêté",
        "the deliverable {1} could not be made: the process composing it died")
MESSAGE(document_not_whole, ERROR, "le fichier {1} n’a pas pu être relu en entier et n’a pas été mis en place",
        "the file {1} could not be read back whole and was not put in place")
MESSAGE(document_not_written, ERROR, "le fichier {1} n’a pas pu être écrit : {2}", "the file {1} could not be written: {2}")
MESSAGE(edition_date_absent, WARNING,
        "pas de date d’édition : la fin de la période est imprimée ; écrivez edition_date dans programme.md",
        "no edition date: the end of the period is printed; write edition_date in programme.md")
/* render */
MESSAGE(character_missing, WARNING,
        "le caractère {1} ({2}) n’existe ni dans la police {3} ni dans celle de secours ; un losange le remplace",
        "the character {1} ({2}) is neither in the font {3} nor in the fallback; a replacement mark stands for it")
MESSAGE(font_missing, WARNING,
        "police « {1} » introuvable ou interdite d’incorporation ; {2} la remplace : installez-la ou changez theme.font",
        "font “{1}” not found, or its licence forbids embedding; {2} replaces it: install it or change theme.font")
MESSAGE(hyphenation_missing, NOTE, "dictionnaire de césure absent : {1} ; les mots ne sont pas coupés (paquet hyphen-fr)",
        "no hyphenation dictionary: {1}; words are not broken (package hyphen-fr)")
MESSAGE(image_unpainted, WARNING, "image illisible au moment de la peindre : {1}", "the image cannot be painted: {1}")
MESSAGE(no_font, ERROR, "aucune police utilisable : installez {1} (paquet fonts-lato)",
        "no usable font: install {1} (package fonts-lato)")
MESSAGE(pdf_failed, ERROR, "le PDF n’a pas pu être écrit (erreur {1} de libharu)",
        "the PDF could not be written (libharu's error {1})")
