MESSAGE(
    edition_audience, WARNING,
    "« {1} » n’est pas un public de bilan (lignes de cette édition dans ce cas : {2}) : rien ne leur est comparé, et "
    "les masques les tiennent pour lues hors de la coordination ; écrivez {3}",
    "“{1}” is no audience (rows of this edition in that case: {2}): nothing is compared with them, and masks take "
    "them as read outside; write one of {3}")
MESSAGE(
    edition_audience_missing, WARNING,
    "public de bilan absent (lignes de cette édition dans ce cas : {1}) : rien ne leur est comparé, et les masques les "
    "tiennent pour lues hors de la coordination ; écrivez {2}",
    "no audience (rows of this edition in that case: {1}): nothing is compared with them, and masks take them as read "
    "outside; write one of {2}")
MESSAGE(
    edition_key, WARNING,
    "« {1} » n’est aujourd’hui la clé d’aucun chiffre (lignes de cette édition dans ce cas : {2}) : rien ne leur est "
    "comparé, et les masques ne les suivent pas ; gardez la ligne d’un indicateur retiré, avec `valide_a`, et celle "
    "d’un lauréat parti, avec `sortie`",
    "“{1}” is the key of no figure today (rows of this edition in that case: {2}): nothing is compared with them, "
    "and masks do not follow them; keep the row of a retired indicator, with `valid_to`, and that of a laureate who "
    "left, with `left`")
MESSAGE(edition_state, WARNING,
        "« {1} » n’est pas l’état d’un chiffre (lignes de cette édition dans ce cas : {2}) : les masques les prennent "
        "pour imprimées ; écrivez {3}",
        "“{1}” is no state of a figure (rows of this edition in that case: {2}): masks take them as printed; write one "
        "of {3}")
MESSAGE(
    mask_known, WARNING,
    "« {1} »{2} est masqué, mais des éditions en ont déjà trop imprimé : qui les a gardées peut le retrouver ; ne "
    "comptez plus sur ce masque",
    "“{1}”{2} is masked, but editions have already printed too much: whoever kept them may find it out; count on that "
    "mask no more")
MESSAGE(
    mask_open, WARNING,
    "« {1} »{2} est masqué, mais ce qui reste imprimé peut le faire retrouver ; regroupez des catégories, ou limitez "
    "la diffusion de l’indicateur",
    "“{1}”{2} is masked, but what stays printed may give it away; merge categories, or restrict the visibility of the "
    "indicator")
MESSAGE(
    mask_past, WARNING,
    "« {1} »{3}, que l’édition du {2} masquait, n’est plus caché à qui l’a gardée : ce qui a été imprimé depuis en dit "
    "trop ; ne comptez plus sur ce masque",
    "“{1}”{3}, which the edition of {2} masked, is no longer hidden from whoever kept it: what has been printed since "
    "tells too much; count on that mask no more")
MESSAGE(mask_told, WARNING,
        "ce texte dit un nombre que « {1} » masque à qui le lira hors de la coordination ; écrivez « quelques », "
        "« moins de la moitié », ou regroupez",
        "this text tells a number that “{1}” masks from readers outside the coordination; write “a few”, “less than "
        "half”, or group")
MESSAGE(
    mask_unexplained, WARNING,
    "« {1} », de l’édition du {2}, ne se retrouve plus dans les données : une ligne ôtée, un lauréat qui a changé de "
    "groupe ? Les masques ne savent plus tout ce que cette édition dit de l’indicateur ; notez les anciens nombres "
    "dans corrections.csv, sinon vérifiez-le vous-même",
    "“{1}”, of the edition of {2}, no longer follows from the data: a row taken away, a laureate that changed groups? "
    "Masks no longer know all that this edition tells of the indicator; note the old numbers in corrections.csv, or "
    "else check it yourself")
MESSAGE(
    own_outside, WARNING,
    "{1} : la coordination compte {2}, hors de ce que permettent les lauréats, de {3} à {4} ; l’un des deux est faux",
    "{1}: the coordination counts {2}, outside what the laureates allow, {3} to {4}; one of the two is wrong")
