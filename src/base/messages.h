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
/* read */
MESSAGE(control_character, WARNING, "caractère de contrôle {1} remplacé ; effacez-le dans le fichier",
        "control character {1} replaced; delete it from the file")
MESSAGE(csv_broken_quote, ERROR,
        "guillemets mal fermés, ligne non lue ; entourez la cellule de guillemets et doublez ceux qu’elle contient",
        "broken quotes, row not read; put quotes around the cell and double those inside it")
MESSAGE(csv_separator, ERROR, "séparateur « {1} » inconnu ; écrivez sep=; ou sep=,",
        "unknown separator “{1}”; write sep=; or sep=,")
MESSAGE(csv_too_many_broken, ERROR, "trop de guillemets mal fermés, la suite du fichier n’est pas lue",
        "too many broken quotes, the rest of the file is not read")
MESSAGE(csv_too_many_cells, ERROR, "trop de cellules sur cette ligne, celles après la {1}e sont ignorées",
        "too many cells in this row, those after number {1} are ignored")
MESSAGE(encoding_mixed, WARNING,
        "ce fichier mélange deux encodages : lu en Windows-1252, des accents seront faux ; enregistrez-le en UTF-8",
        "this file mixes two encodings: read as Windows-1252, some accents will be wrong; save it as UTF-8")
MESSAGE(encoding_unknown, ERROR, "encodage inconnu (octet {1}) ; enregistrez le fichier en UTF-8",
        "unknown encoding (byte {1}); save the file as UTF-8")
MESSAGE(encoding_windows, NOTE, "lu en Windows-1252 ; enregistrez-le en UTF-8 pour être sûr des accents",
        "read as Windows-1252; save it as UTF-8 to be sure of the accents")
MESSAGE(html_dropped, WARNING, "balise HTML <{1}> retirée, son texte est gardé ; écrivez en Markdown",
        "HTML tag <{1}> dropped, its text kept; write Markdown")
MESSAGE(link_refused, WARNING, "adresse refusée : {1} ; écrivez https://, mailto: ou un chemin du dossier",
        "address refused: {1}; write https://, mailto: or a path in the folder")
MESSAGE(markdown_too_large, ERROR, "texte de plus de {1} Kio, non lu ; répartissez-le en plusieurs fichiers",
        "text larger than {1} KiB, not read; split it into several files")
MESSAGE(markdown_wild, WARNING, "listes ou citations imbriquées sans fin ; le texte est gardé sans mise en forme",
        "lists or quotes nested without end; the text is kept without formatting")
MESSAGE(nul_byte, ERROR,
        "octet nul : ce n’est pas un fichier de texte, ou c’est de l’UTF-16 sans marque ; enregistrez-le en UTF-8",
        "NUL byte: not a text file, or UTF-16 without its mark; save it as UTF-8")
MESSAGE(table_extra_cells, WARNING, "cellules en trop : le tableau a {1} colonnes ; elles rejoignent la dernière",
        "extra cells: the table has {1} columns; they join the last one")
MESSAGE(table_too_large, WARNING, "tableaux de plus de {1} cellules dans ce texte ; celui-ci est laissé en texte",
        "tables of more than {1} cells in this text; this one is left as text")
MESSAGE(utf16_broken, ERROR, "UTF-16 mal formé ; enregistrez le fichier en UTF-8",
        "malformed UTF-16; save the file as UTF-8")
MESSAGE(yaml_alias, ERROR, "ancre ou renvoi YAML « {1} » refusé ; répétez le texte",
        "YAML anchor or alias “{1}” refused; repeat the text")
MESSAGE(yaml_duplicate, ERROR, "clé « {1} » déjà écrite ligne {2} ; gardez-en une",
        "key “{1}” already written on line {2}; keep one")
MESSAGE(yaml_key, ERROR, "une clé doit être un mot simple ; écrivez clé : valeur",
        "a key must be a plain word; write key: value")
MESSAGE(yaml_malformed, ERROR,
        "en-tête YAML mal formé ; vérifiez l’alignement, et mettez entre guillemets un texte qui contient « : »",
        "malformed YAML header; check the alignment, and put quotes around a text that contains “:”")
MESSAGE(yaml_not_a_map, ERROR, "l’en-tête doit être une suite de lignes clé : valeur",
        "the header must be lines of key: value")
MESSAGE(yaml_tag, ERROR, "étiquette de type YAML « {1} » refusée ; écrivez la valeur seule",
        "YAML tag “{1}” refused; write the value alone")
MESSAGE(yaml_too_deep, ERROR, "en-tête YAML imbriqué sur plus de {1} niveaux ; simplifiez-le",
        "YAML header nested more than {1} levels deep; make it simpler")
MESSAGE(yaml_too_large, ERROR, "en-tête YAML de plus de {1} Kio ; mettez le texte après l’en-tête",
        "YAML header larger than {1} KiB; put the text after the header")
MESSAGE(yaml_too_many_keys, ERROR, "plus de {1} clés ; la suite de l’en-tête n’est pas lue",
        "more than {1} keys; the rest of the header is not read")
/* compose */
MESSAGE(catalogue_absent, ERROR, "les textes des livrables sont introuvables : {1} ; réinstallez le programme",
        "the texts of the deliverables cannot be found: {1}; install the program again")
MESSAGE(catalogue_row, ERROR, "{1}, ligne {2} : écrivez trois cellules, key, fr et en",
        "{1}, line {2}: write three cells, key, fr and en")
MESSAGE(catalogue_twice, ERROR, "{1} : la clé « {2} » y est deux fois ; gardez-en une",
        "{1}: the key “{2}” is there twice; keep one")
MESSAGE(narrative_value, WARNING, "« {1} » ne désigne aucun chiffre ; écrivez indicateur@programme/2025-T4 ou indicateur@lauréat/2025-T4",
        "“{1}” is no figure; write indicator@programme/2025-Q4 or indicator@laureate/2025-Q4")
MESSAGE(template_key, ERROR, "« {1} » n’est pas la clé d’un chiffre ; écrivez indicateur@programme/{period}",
        "“{1}” is not the key of a figure; write indicator@programme/{period}")
MESSAGE(template_name_without_sense, ERROR,
        "« {1} » n’a pas de sens dans ce modèle ; vérifiez « pour » et « periode » en tête du fichier",
        "“{1}” means nothing in this template; look at “over” and “period” in its front matter")
MESSAGE(template_scalar, ERROR, "« {1} » attend une seule valeur, sur la même ligne",
        "“{1}” takes one value, on the same line")
MESSAGE(template_title, ERROR, "le modèle n’a pas de titre ; ajoutez « titre: … » en tête de {1}",
        "the template has no title; add “title: …” to the front matter of {1}")
MESSAGE(template_unknown_hole, ERROR, "bloc inconnu « {1} » ; écrivez plutôt : {2}", "unknown block “{1}”; write: {2}")
MESSAGE(template_unknown_indicator, ERROR, "indicateur inconnu « {1} » ; écrivez plutôt : {2}",
        "unknown indicator “{1}”; write: {2}")
MESSAGE(template_unknown_key, ERROR, "clé inconnue « {1} » en tête du modèle ; écrivez plutôt : {2}",
        "unknown key “{1}” in the front matter of the template; write: {2}")
MESSAGE(template_unknown_name, ERROR, "nom inconnu « {1} » entre accolades ; écrivez plutôt : {2}",
        "unknown name “{1}” between braces; write: {2}")
MESSAGE(template_unknown_option, ERROR, "option inconnue « {1} » du bloc « {2} » ; écrivez plutôt : {3}",
        "unknown option “{1}” of the block “{2}”; write: {3}")
MESSAGE(template_unreadable, ERROR, "modèle illisible : {1}", "template cannot be read: {1}")
MESSAGE(template_value, ERROR, "« {1} » ne convient pas à « {2} » ; écrivez plutôt : {3}",
        "“{1}” does not suit “{2}”; write: {3}")
