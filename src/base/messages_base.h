MESSAGE(file_forbidden, ERROR, "lecture impossible : permission refusée ou lien qui sort du dossier",
        "cannot be read: permission denied, or a link that leads out of the folder")
MESSAGE(file_not_regular, ERROR, "ce n’est pas un fichier ordinaire", "not a regular file")
MESSAGE(file_too_large, ERROR, "fichier trop gros ; la limite est de {1} Mo", "file too large; the limit is {1} MB")
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
