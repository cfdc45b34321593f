MESSAGE(mask_known, WARNING,
        "« {1} » est masqué, mais des éditions en ont déjà trop imprimé : qui les a gardées peut le retrouver ; ne "
        "comptez plus sur ce masque",
        "“{1}” is masked, but editions have already printed too much: whoever kept them may find it out; count on that "
        "mask no more")
MESSAGE(mask_open, WARNING,
        "« {1} » est masqué, mais ce qui reste imprimé peut le faire retrouver ; regroupez des catégories, ou limitez "
        "la diffusion de l’indicateur",
        "“{1}” is masked, but what stays printed may give it away; merge categories, or restrict the visibility of the "
        "indicator")
MESSAGE(
    mask_past, WARNING,
    "« {1} », que l’édition du {2} masquait, n’est plus caché à qui l’a gardée : ce qui a été imprimé depuis en dit "
    "trop ; ne comptez plus sur ce masque",
    "“{1}”, which the edition of {2} masked, is no longer hidden from whoever kept it: what has been printed since "
    "tells too much; count on that mask no more")
MESSAGE(mask_told, WARNING,
        "ce texte dit un nombre que « {1} » masque à qui le lira hors de la coordination ; écrivez « quelques », "
        "« moins de la moitié », ou regroupez",
        "this text tells a number that “{1}” masks from readers outside the coordination; write “a few”, “less than "
        "half”, or group")
