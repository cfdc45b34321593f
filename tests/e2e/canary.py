"""Nothing masked stays anywhere: values that no reader outside the coordination may see are planted, everything is built for partners and
the public, and every byte of every format is searched, streams and archives opened. Prints "ok …" and "FAIL …" lines.
Usage: canary.py PROGRAM FOLDER"""
import glob, os, re, subprocess, sys, zipfile, zlib

program, folder = sys.argv[1:3]
data, out = f"{folder}/canary", f"{folder}/canary-out"
# below suppress_below, so that each is masked, and so is any sum of them
values = {("a", q): 101101 + 1013 * q for q in range(8)} | {("b", q): 112203 + 1019 * q for q in range(8)} | {("c", q): 123307 + 1021 * q for q in range(8)}
parts = {k: (v + 140000, v + 590000) for k, v in values.items()}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    open(path, "w", encoding="utf-8").write(text)


write(f"{data}/programme.md", "---\nname: Essai\ncode: essai\nlanguage: fr\nperiod: quarter\nfirst_period: 2024-Q1\nedition_date: 2026-02-01\n"
      "suppress_below: 1000000\n---\n\nTexte.\n")
write(f"{data}/indicators.csv", "id,label,short_label,type,nature,unit,use,visibility,headline,direction,multiplier\n"
      "personnes,Personnes reçues,Personnes,count,flow,personnes,Ajuster,public,yes,up,\n"
      "part,Part aidée,Part,ratio,,%,Ajuster,public,yes,up,100\n")
write(f"{data}/laureates.csv", "id,name,territory,consent\na,Alpha,Nord,yes\nb,Bravo,Nord,yes\nc,Charlie,Sud,yes\n")
for laureate in "abc":
    rows = ["indicator,period,value,numerator,denominator"]
    for q in range(8):
        period = f"{2024 + q // 4}-Q{q % 4 + 1}"
        rows.append(f"personnes,{period},{values[laureate, q]},,")
        rows.append(f"part,{period},,{parts[laureate, q][0]},{parts[laureate, q][1]}")
    write(f"{data}/laureates/{laureate}/measures.csv", "\n".join(rows) + "\n")
canaries = {str(v) for v in values.values()} | {str(n) for pair in parts.values() for n in pair}
for q in range(8):
    canaries.add(str(sum(values[l, q] for l in "abc")))
for year in (0, 1):
    for l in "abc":
        canaries.add(str(sum(values[l, year * 4 + i] for i in range(4))))

built = subprocess.run([program, "build", data, "-o", out, "--period", "all", "-q"], capture_output=True, text=True, check=False)
files = [f for a in ("partners", "public") for f in glob.glob(f"{out}/{a}/**/*.*", recursive=True)]


def opened(path):
    """Every text that the file holds, streams inflated, members read, and the text a reader would copy."""
    raw = open(path, "rb").read()
    yield raw
    if path.endswith(".pdf"):
        for match in re.finditer(rb"stream\r?\n", raw):
            try:
                yield zlib.decompressobj().decompress(raw[match.end():])
            except zlib.error:
                pass
        yield subprocess.run(["pdftotext", path, "-"], capture_output=True, check=False).stdout
        yield subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=False).stdout
    if path.endswith(".xlsx"):
        with zipfile.ZipFile(path) as archive:
            for member in archive.namelist():
                yield archive.read(member)


def plain(content):
    """Digits of one number together, however its thousands are set apart."""
    text = content.decode("utf-8", "ignore")
    return re.sub("(?<=[0-9])[ \\u00a0\\u202f,.](?=[0-9]{3})", "", text)


found = []
for path in files:
    for content in opened(path):
        text = plain(content)
        found += [(path[len(out) + 1:], canary) for canary in canaries if re.search(rf"(?<!\d){canary}(?!\d)", text)]
print(f"ok canary: {len(files)} files for partners and the public searched for {len(canaries)} masked values" if files and not found
      else f"FAIL canary: {len(files)} files (exit {built.returncode}): {found[:5]} {built.stderr[-300:]}")
# the search can find: internal documents show what it looks for
seen = any(canary in plain(content) for path in glob.glob(f"{out}/internal/**/*.*", recursive=True) for content in opened(path) for canary in canaries)
print("ok canary: the search finds them where they are shown" if seen else "FAIL canary: the search found nothing even in internal documents")
