MESSAGE(already_published, ERROR,
        "l’édition {1} existe déjà et dit autre chose ; changez edition_date, ou --force pour la remplacer",
        "the edition {1} exists and says otherwise; change edition_date, or --force to replace it")
MESSAGE(not_published, ERROR, "édition non notée : des documents sont retenus, perdus ou à l’état de brouillon",
        "edition not recorded: documents are withheld, lost or drafts")
MESSAGE(publish_without_date, ERROR, "édition non notée : écrivez edition_date dans programme.md",
        "edition not recorded: write edition_date in programme.md")
MESSAGE(document_lost, ERROR, "le livrable {1} n’a pas pu être produit : le processus qui le composait s’est arrêté",
        "the deliverable {1} could not be made: the process composing it died")
MESSAGE(document_not_whole, ERROR, "le fichier {1} n’a pas pu être relu en entier et n’a pas été mis en place",
        "the file {1} could not be read back whole and was not put in place")
MESSAGE(document_not_written, ERROR, "le fichier {1} n’a pas pu être écrit : {2}",
        "the file {1} could not be written: {2}")
