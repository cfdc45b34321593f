"""Nothing masked stays anywhere: values that no reader outside the coordination may see are planted, everything is built for partners and
the public, and every byte of every format is searched, streams and archives opened. Prints "ok …" and "FAIL …" lines.
Usage: canary.py PROGRAM FOLDER"""
import glob, os, re, subprocess, sys, zipfile, zlib

program, folder = sys.argv[1:3]
data, out = f"{folder}/canary", f"{folder}/canary-out"
# below suppress_below, so that each is masked, and so is any sum of them
values = {("a", q): 101101 + 1013 * q for q in range(8)} | {("b", q): 112203 + 1019 * q for q in range(8)} | {("c", q): 123307 + 1021 * q for q in range(8)}
parts = {k: (v + 140000, v + 590000) for k, v in values.items()}


planted = []


def take():
    """One more number that no reader may see."""
    planted.append(415009 + 997 * len(planted))
    return planted[-1]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w", encoding="utf-8").write(text)


write(f"{data}/programme.md", "---\nname: Essai\ncode: essai\nlanguage: fr\nperiod: quarter\nfirst_period: 2024-Q1\nedition_date: 2026-02-01\n"
      "suppress_below: 1000000\n---\n\nTexte.\n")
write(f"{data}/indicators.csv", "id,label,short_label,type,nature,counting,about,unit,use,visibility,headline,direction,multiplier,dimensions,baseline,baseline_period\n"
      "personnes,Personnes reçues,Personnes,count,flow,,,personnes,Ajuster,public,yes,up,,sexe,,\n"
      "part,Part aidée,Part,ratio,,,,%,Ajuster,public,yes,up,100,,,\n"
      f"file,File active,File,count,stock,,,personnes,Ajuster,public,yes,up,,,{take()},2023\n"
      "cumul,Depuis le début,Cumul,count,to_date,,,personnes,Ajuster,public,yes,up,,,,\n"
      "ateliers,Venus aux ateliers,Ateliers,count,flow,unique_period,,personnes,Ajuster,public,yes,up,,,,\n"
      "delai,Délai,Délai,mean,,,,jours,Ajuster,public,yes,down,,,,\n"
      "avis,Avis,Avis,score,,,persons,réponses,Ajuster,public,,,,,,\n"
      "dons,Dons,Dons,amount,flow,,money,€,Ajuster,public,,,,,,\n")
write(f"{data}/dimensions.csv", "dimension,category,label,exclusive\nsexe,femmes,Femmes,yes\nsexe,hommes,Hommes,yes\n")
write(f"{data}/targets.csv", "indicator,laureate,period,target,baseline\n" + "".join(f"file,{l},2025,2000000,{take()}\n" for l in "abc") + "personnes,,2025,3000000,\n")
write(f"{data}/referrals.csv", f"from,to,period,count\na,b,2025-Q4,{take()}\n")
write(f"{data}/corrections.csv", f"indicator,laureate,period,old,new,reason\npersonnes,a,2025-Q4,{take()},{values['a', 7]},Une erreur de saisie\n")
write(f"{data}/laureates.csv", "id,name,territory,consent\na,Alpha,Nord,yes\nb,Bravo,Nord,yes\nc,Charlie,Sud,yes\n")
for laureate in "abc":
    rows, level, women = ["indicator,period,value,numerator,denominator,n,sexe"], 0, 0
    for q in range(8):
        period = f"{2024 + q // 4}-Q{q % 4 + 1}"
        rows.append(f"personnes,{period},{values[laureate, q]},,,,")
        women = 40009 + 911 * len(planted) + 7 * q
        planted += [women, values[laureate, q] - women]
        rows += [f"personnes,{period},{women},,,,femmes", f"personnes,{period},{values[laureate, q] - women},,,,hommes"]
        rows.append(f"part,{period},,{parts[laureate, q][0]},{parts[laureate, q][1]},,")
        rows.append(f"file,{period},{take()},,,,")
        level += 10009 + 13 * q
        planted.append(level)
        rows += [f"cumul,{period},{level},,,,", f"ateliers,{period},{take()},,,,", f"delai,{period},7.5,,,{take()},"]
        rows += [f"avis,{period},{answer},,,{take()}," for answer in (1, 2)]
        # all but a hundredth is one laureate's: it is told of no territory, nor of itself
        planted.append(40000000 + 1009 * q)
        rows.append(f"dons,{period},{planted[-1] if laureate == 'c' else 1000 + q},,,,")
    write(f"{data}/laureates/{laureate}/measures.csv", "\n".join(rows) + "\n")
canaries = {str(n) for n in planted} | {str(v) for v in values.values()} | {str(n) for pair in parts.values() for n in pair}
for q in range(8):
    canaries.add(str(sum(values[l, q] for l in "abc")))
for year in (0, 1):
    for l in "abc":
        canaries.add(str(sum(values[l, year * 4 + i] for i in range(4))))

built = subprocess.run([program, "build", data, "-o", out, "--period", "all", "-q"], capture_output=True, text=True, check=False)
files = [f for a in ("partners", "public") for f in glob.glob(f"{out}/{a}/**/*.*", recursive=True)]


def opened(path):
    """Every text that the file holds, streams inflated, members read, and the text a reader would copy. Thousands are not
    looked for in the drawing of a page, whose text is glyphs, nor in the points of a path: there two coordinates beside each
    other are not one number."""
    raw = open(path, "rb").read()
    # the digits in the hash that names a PDF are no number: one file in some thousands has a canary in it
    yield plain(re.sub(rb'<[0-9a-f]{32}>| d="[^"]*"', b"", raw))
    yield b"\n".join(re.findall(rb' d="[^"]*"', raw)).decode("utf-8", "ignore")
    if path.endswith(".pdf"):
        for match in re.finditer(rb"stream\r?\n", raw):
            try:
                yield zlib.decompressobj().decompress(raw[match.end():]).decode("utf-8", "ignore")
            except zlib.error:
                pass
        yield plain(subprocess.run(["pdftotext", path, "-"], capture_output=True, check=False).stdout)
        yield plain(subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=False).stdout)
    if path.endswith(".xlsx"):
        with zipfile.ZipFile(path) as archive:
            for member in archive.namelist():
                yield plain(archive.read(member))


def plain(content):
    """Digits of one number together, however its thousands are set apart."""
    text = content.decode("utf-8", "ignore")
    return re.sub("(?<=[0-9])[ \\u00a0\\u202f,.](?=[0-9]{3})", "", text)


def search(path):
    """The canaries in the file."""
    return {number for content in opened(path) for number in re.findall("[0-9]+", content) if number in canaries}


found = [(path[len(out) + 1:], canary) for path in files for canary in sorted(search(path))]
print(f"ok canary: {len(files)} files for partners and the public searched for {len(canaries)} masked values" if files and not found
      else f"FAIL canary: {len(files)} files (exit {built.returncode}): {found[:5]} {built.stderr[-300:]}")
# the search can find: internal documents show what it looks for
seen = any(search(path) for path in glob.glob(f"{out}/internal/**/*.html", recursive=True))
print("ok canary: the search finds them where they are shown" if seen else "FAIL canary: the search found nothing even in internal documents")
# a draft for readers outside does not say what is wrong with a number that they may not see
write(f"{data}/laureates/a/2025-Q4.csv", f"indicator,value\npersonnes,{values['a', 7]}\n")
write(f"{data}/laureates/b/2025-Q4.csv", f"indicator,value,numerator,denominator\npart,,{take()},7\n")
canaries.add(str(planted[-1]))
subprocess.run([program, "build", data, "-o", f"{out}-draft", "--draft", "-q"], capture_output=True, check=False)
files = [f for a in ("partners", "public") for f in glob.glob(f"{out}-draft/{a}/**/*.*", recursive=True)]
found = [(path[len(out) + 7:], canary) for path in files for canary in sorted(search(path))]
told = any(str(planted[-1]) in search(path) for path in glob.glob(f"{out}-draft/internal/**/*.html", recursive=True))
print("ok canary: nor in drafts" if files and told and not found else f"FAIL canary: drafts, {len(files)} files, {told}: {found[:5]}")
