MESSAGE(catalogue_absent, ERROR, "les textes des livrables sont introuvables : {1} ; réinstallez le programme",
        "the texts of the deliverables cannot be found: {1}; install the program again")
MESSAGE(catalogue_row, ERROR, "{1}, ligne {2} : écrivez trois cellules, key, fr et en",
        "{1}, line {2}: write three cells, key, fr and en")
MESSAGE(catalogue_twice, ERROR, "{1} : la clé « {2} » y est deux fois ; gardez-en une",
        "{1}: the key “{2}” is there twice; keep one")
MESSAGE(figure_restated, WARNING, "le chiffre publié « {1} » a changé ; écrivez pourquoi dans corrections.csv",
        "the published figure “{1}” has changed; write why in corrections.csv")
MESSAGE(narrative_value, WARNING,
        "« {1} » ne désigne aucun chiffre ; écrivez indicateur@programme/2025-T4 ou indicateur@lauréat/2025-T4",
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
