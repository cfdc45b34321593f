MESSAGE(control_character, WARNING, "caractère de contrôle {1} remplacé ; effacez-le dans le fichier",
        "control character {1} replaced; delete it from the file")
MESSAGE(csv_broken_quote, ERROR,
        "guillemets mal fermés, ligne non lue ; entourez la cellule de guillemets et doublez ceux qu’elle contient",
        "broken quotes, row not read; put quotes around the cell and double those inside it")
MESSAGE(csv_empty, WARNING,
        "ce fichier est vide, rien n’y est lu ; enregistrez-y le tableau, titres compris, ou supprimez-le",
        "this file is empty, nothing is read from it; save the table in it with its titles, or delete it")
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
MESSAGE(
    file_is_office, ERROR,
    "un classeur ou un document, quel que soit son nom, et non du texte ; ouvrez-le, puis enregistrez un tableau en "
    "CSV, un récit en texte",
    "a workbook or a document, whatever its name, and no text; open it, then save a table as CSV, a narrative as "
    "text")
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
