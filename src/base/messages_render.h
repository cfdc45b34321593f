MESSAGE(character_missing, WARNING,
        "le caractère {1} ({2}) n’existe ni dans la police {3} ni dans celle de secours ; un losange le remplace",
        "the character {1} ({2}) is neither in the font {3} nor in the fallback; a replacement mark stands for it")
MESSAGE(
    font_missing, WARNING,
    "police « {1} » introuvable ou interdite d’incorporation ; {2} la remplace : installez-la ou changez theme.font",
    "font “{1}” not found, or its licence forbids embedding; {2} replaces it: install it or change theme.font")
MESSAGE(hyphenation_missing, NOTE,
        "dictionnaire de césure absent : {1} ; les mots ne sont pas coupés (paquet hyphen-fr)",
        "no hyphenation dictionary: {1}; words are not broken (package hyphen-fr)")
MESSAGE(image_unpainted, WARNING, "image illisible au moment de la peindre : {1}", "the image cannot be painted: {1}")
MESSAGE(no_font, ERROR, "aucune police utilisable : installez {1} (paquet fonts-lato)",
        "no usable font: install {1} (package fonts-lato)")
MESSAGE(pdf_failed, ERROR, "le PDF n’a pas pu être écrit : mémoire épuisée, ou erreur {1} de libharu",
        "the PDF could not be written: out of memory, or error {1} of libharu")
