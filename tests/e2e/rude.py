"""rude.py OUT [FOLDER-OF-MARKDOWN]: a data repository that asks of pages what nobody should: a table of 5 000 rows, a cell of 3 000
signs, a word longer than its line, an empty section, a font that no machine has, 1 000 damaged pictures, 300 pages in one
document, other people's Markdown as narratives. The same every time."""
import os, random, struct, sys, zlib

out, markdown = sys.argv[1], sys.argv[2:]
random.seed(4)


def write(path, content):
    path = os.path.join(out, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def template(name, body, over="programme", period="aucune"):
    path = name if over == "programme" else name + "/{laureat}"
    write(f"templates/{name}.md", f"---\ntitre: {name}\nfichier: \"{path}\"\ndiffusion: [interne]\nformats: [pdf]\npour: {over}\n"
          f"periode: {period}\n---\n\n{body}\n")


words = ("une mesure prise à temps dit plus que dix prises trop tard et chacun des membres la relit avant la séance du trimestre "
         "pour décider ensemble de ce qui change de ce qui reste et de ce que personne ne sait encore").split()


def text(count):
    return " ".join(random.choice(words) for _ in range(count)).capitalize() + "."


write("programme.md", "---\nname: Épreuves\nlanguage: fr\nfirst_period: 2025-T3\nedition_date: 2026-01-20\nlicence: CC BY 4.0\n"
      "theme:\n  font: Police que personne n’a\n---\n\nUn programme pour éprouver les pages.\n")
write("indicateurs.csv", "id,libelle,definition,usage,type,nature,unite,diffusion\nentrees,Entrées,Personnes entrées,Répartir,compte,flux,"
      "personnes,interne\n")
template("lignes", "## Cinq mille lignes\n\n| N° | Mesure | Part |\n|---:|---|---:|\n" +
         "\n".join(f"| {n} | {text(1 + n % 9)} | {n % 1000 / 10:.1f} % |".replace(".", ",", 1) for n in range(1, 5001)))
template("cellule", "## Une cellule\n\n| Qui | Quoi | Combien |\n|---|---|---:|\n| Avant | rien | 1 |\n"
         f"| La longue | {text(600)[:3000]} | 2 |\n| Sans un blanc | {'x' * 3000} | 3 |\n| Après | rien | 4 |")
template("mot", f"## Un mot plus long que sa ligne\n\n{text(20)} {'anticonstitution' * 40} {text(20)}\n\n- {'é' * 700}\n\n"
         f"> {'W' * 300}\n\n### {'Titre' * 60}\n\n`{'code' * 200}`\n\n[{'lien' * 100}](https://exemple.fr/{'a' * 900})\n\n"
         f"```\n{'ligne' * 300}\n```\n")
template("vide", "## Une section vide\n\n## Une autre, dont rien n’est à montrer\n\n```besoins\n```\n\n## La dernière\n")
template("long", "\n\n".join(f"## Chapitre {n}\n\n" + "\n\n".join(text(70) for _ in range(5)) + "\n\n" + "\n".join(
    f"- point {k}" for k in range(110)) for n in range(1, 101)))


def png(width, height):
    rows = b"".join(b"\0" + bytes(random.randrange(256) for _ in range(3 * width)) for _ in range(height))
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


# A grey JPEG of 8 by 8 pixels, whole: tables of one code each.
jpeg = bytes.fromhex("ffd8ffdb004300" + "10" * 64 + "ffc0000b080008000801011100" + "ffc40014000100000000000000000000000000000000"
                     "00" + "ffc400141001000000000000000000000000000000" "0000" + "ffda0008010100003f00" + "3f" + "ffd9")


def damaged(good):
    bytes_ = bytearray(good)
    kind = random.randrange(3)
    if kind == 0:
        return bytes(bytes_[:random.randrange(len(bytes_))])
    for _ in range(random.randrange(1, 9)):
        bytes_[random.randrange(len(bytes_))] = random.randrange(256)
    if kind == 1:
        del bytes_[random.randrange(len(bytes_)):][:random.randrange(40)]
    return bytes(bytes_)


good = [png(12, 9), png(1, 40), jpeg]
for n in range(1000):
    write(f"media/i{n:04d}.{'jpg' if n % 3 == 2 else 'png'}", damaged(good[n % 3]))
pictures = "\n\n".join(f"![Image {n}](../../media/i{n:04d}.{'jpg' if n % 3 == 2 else 'png'})" for n in range(1000))
write("laureats/images/2025-T4.md", f"---\nremis_le: 2026-01-05\n---\n\n## Faits marquants\n\n{pictures}\n")
laureates = ["images,Images,Nord"]
if markdown:
    files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(markdown[0]) for name in names if name.endswith(".md"))
    for n, path in enumerate(files):
        content = open(path, encoding="utf-8", errors="replace").read()
        if content.startswith("---\n"):
            content = content.split("---\n", 2)[-1]
        write(f"laureats/texte-{n:02d}/2025-T4.md", f"---\nremis_le: 2026-01-05\n---\n\n## Faits marquants\n\n{content}\n")
        laureates.append(f"texte-{n:02d},Texte {n},Nord")
write("laureats.csv", "id,nom,territoire\n" + "\n".join(laureates) + "\n")
template("recit", "## Récit\n\n```recit\npartie: highlights\n```\n\n## Autres parties\n\n```recit\npartie: other\n```\n", "laureat", "trimestre")
