MESSAGE(mask_known, WARNING,
        "« {1} » est masqué, mais des éditions en ont déjà trop imprimé (chiffres de l’indicateur en cause : {2}) : "
        "qui les a "
        "gardées peut le retrouver ; ne comptez plus sur ce masque",
        "“{1}” is masked, but editions have already printed too much (figures of the indicator concerned: {2}): "
        "whoever kept "
        "them may find it out; count on that mask no more")
MESSAGE(
    mask_open, WARNING,
    "« {1} » est masqué, mais ce qui reste imprimé peut le faire retrouver (chiffres de l’indicateur en cause : {2}) ; "
    "regroupez des catégories, ou limitez la diffusion de l’indicateur",
    "“{1}” is masked, but what stays printed may give it away (figures of the indicator concerned: {2}); merge "
    "categories, or restrict the visibility of the indicator")
MESSAGE(mask_told, WARNING,
        "ce texte dit un nombre que « {1} » masque à qui le lira hors de la coordination ; écrivez « quelques », "
        "« moins de la moitié », ou regroupez",
        "this text tells a number that “{1}” masks from readers outside the coordination; write “a few”, “less than "
        "half”, or group")
