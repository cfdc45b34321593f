# What stands in OUT: whole, the same for any -j, untouched by a second run.
sum() { (cd "$1" && find . -type f ! -path './.bilan/*' | sort | xargs sha256sum); }
"$program" build "$samples/jeunesse" -o "$temporary/one" -j 1 2>"$temporary/log"; is "sample: builds" $? 0
"$program" build "$samples/jeunesse" -o "$temporary/two" -j 2 -q 2>/dev/null; is "sample: builds on two processes" $? 0
sum "$temporary/one" >"$temporary/a"; sum "$temporary/two" >"$temporary/b"
[ -s "$temporary/a" ] && same "same bytes with one process and two" "$temporary/a" "$temporary/b"
find "$temporary/one" -type f -printf '%p %T@ %i\n' | sort >"$temporary/before"
"$program" build "$samples/jeunesse" -o "$temporary/one" 2>"$temporary/log"; is "second run: exit" $? 0
find "$temporary/one" -type f -printf '%p %T@ %i\n' | sort >"$temporary/after"
same "second run: no file is touched" "$temporary/before" "$temporary/after"
grep -q 'Rien à faire' "$temporary/log" && ok "second run: says so" || fail "second run: says so" "$(tail -1 "$temporary/log")"
"$program" build "$samples/jeunesse" -o "$temporary/one" --force -q 2>/dev/null
sum "$temporary/one" >"$temporary/b"; same "made again: same bytes" "$temporary/a" "$temporary/b"
"$program" list "$samples/jeunesse" 2>/dev/null | sort >"$temporary/listed"
jq -r '.files[].path' "$temporary/one/manifest.json" | sort >"$temporary/made"
same "list says what build writes" "$temporary/made" "$temporary/listed"
bad=0; for f in $(jq -r '.files[] | .path + ":" + .sha256 + ":" + (.bytes | tostring)' "$temporary/one/manifest.json" | tr ' ' '?'); do
  path=$temporary/one/${f%%:*} rest=${f#*:}
  [ "$(sha256sum <"$path" | cut -d' ' -f1)" = "${rest%%:*}" ] && [ "$(wc -c <"$path")" = "${rest##*:}" ] || bad=$((bad + 1))
done
is "the manifest tells size and hash of every file" $bad 0
for pdf in $(find "$temporary/one" -name '*.pdf' | head -6); do
  qpdf --check "$pdf" >"$temporary/log" 2>&1 && ok "qpdf accepts $(basename "$pdf")" || fail "qpdf $(basename "$pdf")" "$(head -3 "$temporary/log")"
  [ -z "$(pdftotext "$pdf" - 2>&1 >/dev/null)" ] && ok "poppler reads $(basename "$pdf") without a word" || fail "poppler $(basename "$pdf")" "$(pdftotext "$pdf" - 2>&1 >/dev/null | head -2)"
done
for xlsx in $(find "$temporary/one" -name '*.xlsx' | head -4); do
  unzip -tq "$xlsx" >/dev/null 2>&1 && ok "unzip accepts $(basename "$xlsx")" || fail "unzip" "$xlsx"
done
unzip -p "$temporary/one/public/annual-review/2025/bilan-annuel-elan-2025.xlsx" 'xl/worksheets/_rels/*' | grep -q 'Target="https://' && ok "workbook: a call leads to its page" || fail "workbook: links" "none in the public review"
unzip -p "$temporary/one/public/practice-sheet/une-place-en-cuisine.xlsx" xl/workbook.xml | grep -q 'name="Grille de relecture"' && ok "workbook: a table of running text is called after its heading" || fail "workbook: sheet names" "no sheet Grille de relecture"
# Sources (the sheet before the last, of which a laureate has one): beside "oui" stands no number in the columns of comparisons, G to K.
beside=$(python3 - "$temporary/one/internal/quarterly-synthesis/2025-Q4/la-louche.xlsx" <<'EOF'
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
rest = re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S)
words = [re.sub("<[^>]*>", "", text) for text in rest]
last = max(int(n) for name in book.namelist() for n in re.findall(r"worksheets/sheet(\d+)\.xml", name))
answers = 0
for row in re.findall(r"<row .*?</row>", book.read(f"xl/worksheets/sheet{last - 1}.xml").decode(), re.S):
    cells = dict((c, (kind, v)) for c, kind, v in re.findall(r'<c r="([A-Z]+)\d+"([^>]*)>(?:<f>.*?</f>)?<v>(.*?)</v>', row, re.S))
    kind, value = cells.get("C", ("", ""))
    if 't="s"' in kind and words[int(value)].startswith(("oui", "non")):
        answers += 1
        if any(c in cells for c in "GHIJK"):
            print("a number beside " + words[int(value)])
print("answers" if answers else "none")
EOF
)
is "workbook: yes is compared with no number" "$beside" answers
brief=$temporary/one/partners/funders-brief/2025/note-aux-mecenes-2025.html
is "partners are told of meetings of the collective, and of no other" "$(grep -c 'Lecture des chiffres' "$brief") $(grep -c 'Ce qui vient' "$brief" | sed 's/[1-9].*/some/')" "0 some"
# A laureate's error costs what uses it, leaves the earlier edition in place, and a draft withholds nothing.
cp -R "$samples/jeunesse" "$temporary/data" && chmod -R u+w "$temporary/data"
first=$(jq -r '[.files[] | select(.laureate != null)][0].laureate' "$temporary/one/manifest.json")
printf 'indicateur;valeur\nn-existe-pas;1\n' >"$temporary/data/laureats/$first/2025-T4.csv"
"$program" build "$temporary/data" -o "$temporary/one" 2>"$temporary/log"; is "a laureate's error: exit" $? 1
find "$temporary/one" -name '*.pdf' -path "*$first*" | grep -q . && ok "what is withheld leaves the earlier file in place" || fail "withheld" "no file of $first is left"
grep -q -- '--draft' "$temporary/log" && ok "and says how to build a draft" || fail "says --draft" "$(tail -3 "$temporary/log")"
"$program" build "$temporary/data" -o "$temporary/draft" --draft -q 2>/dev/null; is "a draft withholds nothing: exit" $? 0
is "a draft makes every file" "$(jq '.files | length' "$temporary/draft/manifest.json")" "$(jq '.files | length' "$temporary/one/manifest.json")"
# Files that no longer belong go; a filtered run leaves the others alone.
rm -rf "$temporary/data" && cp -R "$samples/jeunesse" "$temporary/data" && chmod -R u+w "$temporary/data"
"$program" build "$temporary/data" -o "$temporary/three" -q 2>/dev/null
before=$(jq '.files | length' "$temporary/three/manifest.json")
"$program" build "$temporary/data" -o "$temporary/three" -q --laureate "$first" --format pdf --force 2>/dev/null
is "a filtered run keeps the rest of the manifest" "$(jq '.files | length' "$temporary/three/manifest.json")" "$before"
# A run leaves the other periods' files where one id begins another ('-' sorts before '.'), and ids that fold to one name have a file each.
names=$temporary/names-data
mkdir -p "$names/laureats"
printf -- '---\nnom: Petits pas\nlangue: fr\npremiere_periode: 2025-T3\ndate_edition: 2026-02-01\narrete_au: 2026-02-01\n---\n\nTexte.\n' >"$names/programme.md"
printf 'id;libelle;type;nature;unite;usage;diffusion;phare\nentrees;Jeunes entrés;compte;flux;jeunes;répartir les places;publique;oui\n' >"$names/indicateurs.csv"
printf 'id;nom\narc;Arc\narc-est;Arc Est\na b;A et B\na.b;A point B\na-b-2;A et B deux\n' >"$names/laureats.csv"
"$program" build "$names" -o "$temporary/names" --period all --deliverable quarterly-synthesis --format html -q >/dev/null 2>&1
jq -r '.files[].path' "$temporary/names/manifest.json" | sort >"$temporary/before"
"$program" build "$names" -o "$temporary/names" --deliverable quarterly-synthesis --format html -q >/dev/null 2>&1
(cd "$temporary/names" && find . -name '*.html' | sed 's|^./||' | sort) >"$temporary/after"
same "a run of one period leaves the files of the others" "$temporary/before" "$temporary/after"
is "and they are there" "$(grep -c '2025-T3/arc.html\|2025-Q3/arc.html' "$temporary/after")" "$(grep -c '2025-T3/arc-est.html\|2025-Q3/arc-est.html' "$temporary/after")"
is "ids that fold to one name have a file each" "$(ls "$temporary/names/internal/quarterly-synthesis/2025-Q4" | tr '\n' ' ')" 'a-b-2.html a-b-3.html a-b.html arc-est.html arc.html '
"$program" collect "$names" -o "$temporary/names-forms" -q >/dev/null 2>&1
is "and a form each" "$(ls "$temporary"/names-forms/collecte/*/ | wc -l)" 5
# Pages made alone are composed without what only paper shows, and are the same.
pages_of() { (cd "$1" && find . -path '*/quarterly-*' -name '*.html' | sort | xargs sha256sum); }
"$program" build "$samples/jeunesse" -o "$temporary/pages" -q --format html --deliverable quarterly-synthesis --deliverable quarterly-dashboard 2>/dev/null
pages_of "$temporary/pages" >"$temporary/before"; pages_of "$temporary/one" >"$temporary/after"
[ -s "$temporary/before" ] && same "pages made alone are those made beside paper" "$temporary/before" "$temporary/after"
# The lock.
if command -v python3 >/dev/null; then
  python3 - "$temporary/three/.bilan/lock" "$program" "$samples/minimal" "$temporary/three" >"$temporary/code" <<'P'
import fcntl, subprocess, sys
with open(sys.argv[1], "r+") as f:
    fcntl.lockf(f, fcntl.LOCK_EX)
    print(subprocess.run([sys.argv[2], "build", sys.argv[3], "-o", sys.argv[4]], stderr=subprocess.DEVNULL).returncode)
P
  is "a second build on the same OUT exits 3" "$(cat "$temporary/code")" 3
fi
is "no temporary file is left" "$(ls "$temporary/one/.bilan/tmp" | wc -l)" 0
# Documents in another language than the data say what they leave in it.
"$program" build "$samples/minimal" --language en --format html --audience internal -o "$temporary/spoken" -q 2>/dev/null
grep -rqs 'stay in the language of the data: French' "$temporary/spoken/internal/annual-review" && ok "a document in another language than the data says so" || fail "language of the data" "not said"
"$program" build "$samples/minimal" --format html --audience internal -o "$temporary/same" -q 2>/dev/null
grep -rqs 'la langue des données' "$temporary/same" && fail "language of the data" "said where it is the same" || ok "and is silent where it is the same"
rm -rf "$temporary/spoken" "$temporary/same"
