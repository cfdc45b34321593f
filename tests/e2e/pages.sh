# Pages that hold whatever they are given: no text on another one, none off the paper, no crash, everything odd said.
overlaps=$(realpath "${OVERLAPS:-build/release/tools/overlaps}")
apart() { # NAME FOLDER
  "$overlaps" "$2" >"$temporary/log" 2>&1 && ok "$1: $(tail -1 "$temporary/log")" || fail "$1" "$(tail -12 "$temporary/log")"
}
for sample in jeunesse minimal; do apart "pages of $sample" "$samples/$sample"; done
for data in eig barometre-occitanie; do
  [ -d "$real/$data" ] && apart "pages of $data" "$real/$data" || skip "pages of $data" "../shared/data is absent"
done
# A synthesis has at most four pages; a portrait of the sample one: real ones hold what their laureates wrote.
at_most() { # PAGES NAME FOLDER
  longer=$(find "$3" -name '*.pdf' | while read -r pdf; do
    pages=$(pdfinfo "$pdf" | sed -n 's/^Pages: *//p'); [ "$pages" -le "$1" ] || echo "${pdf#"$3"/}: $pages pages"; done)
  found=$(find "$3" -name '*.pdf' | wc -l)
  [ "$found" -gt 0 ] && [ -z "$longer" ] && ok "$found $2: $1 pages at most" || fail "$2 of $1 pages at most ($found)" "$longer"
}
for data in "$samples/jeunesse" "$samples/minimal" "$real/eig" "$real/barometre-occitanie"; do
  name=$(basename "$data")
  [ -d "$data" ] || { skip "syntheses of $name" "../shared/data is absent"; continue; }
  "$program" build "$data" -o "$temporary/short/$name" --format pdf -q 2>/dev/null; is "$name: builds its PDF" $? 0
  for audience in internal partners; do
    [ -d "$temporary/short/$name/$audience/quarterly-synthesis" ] &&
      at_most 4 "syntheses of $name, $audience" "$temporary/short/$name/$audience/quarterly-synthesis"
  done
done
"$program" build "$samples/jeunesse" -o "$temporary/short/english" --format pdf --language en -q 2>/dev/null; is "jeunesse in English: builds its PDF" $? 0
for audience in internal partners; do
  at_most 4 "syntheses of jeunesse in English, $audience" "$temporary/short/english/$audience/quarterly-synthesis"
done
at_most 1 "portraits of jeunesse" "$temporary/short/jeunesse/public/laureate-portrait"
if command -v python3 >/dev/null; then
  texts=; [ -d "$real/eig" ] && texts=$real/eig
  python3 tests/e2e/rude.py "$temporary/rude" $texts
  apart "pages of a rude programme" "$temporary/rude"
  "$program" build "$temporary/rude" -o "$temporary/rude-out" --format pdf --diagnostics json >"$temporary/said" 2>&1; is "a rude programme: exit" $? 0
  pages() { pdfinfo "$temporary/rude-out/internal/$1/$1.pdf" 2>&1 | sed -n 's/^Pages: *//p'; }
  [ "$(pages lignes)" -gt 100 ] && ok "5 000 rows on $(pages lignes) pages" || fail "5 000 rows" "$(pages lignes) pages"
  [ "$(pages long)" -gt 300 ] && ok "$(pages long) pages in one document" || fail "300 pages" "$(pages long) pages"
  for name in cellule mot vide; do [ "$(pages $name)" -ge 1 ] && ok "$name is printed" || fail "$name" "no page"; done
  is "every row is printed once" "$(pdftotext -layout "$temporary/rude-out/internal/lignes/lignes.pdf" - | grep -cE '^ *[0-9]+ +.* %$')" 5000
  is "every sign of a word longer than its line is printed" "$(pdftotext "$temporary/rude-out/internal/cellule/cellule.pdf" - | grep -oE 'x{4,}' | tr -d '\n' | wc -c)" 3000
  unreadable=$(grep -c '"image-unreadable"' "$temporary/said")
  painted=$(pdfimages -list "$temporary/rude-out/internal/recit/recit/images.pdf" | tail -n +3 | awk '$3 == "image"' | wc -l)
  is "1 000 damaged pictures: each is painted or said" $((unreadable + painted)) 1000
  [ "$unreadable" -gt 800 ] && ok "most are said" || fail "damaged pictures" "only $unreadable are said"
  grep -q '"font-missing"' "$temporary/said" && ok "a font that is not there is said" || fail "font" "$(grep -c . "$temporary/said") diagnostics"
  for pdf in "$temporary"/rude-out/internal/*/*.pdf; do qpdf --check "$pdf" >"$temporary/log" 2>&1 || fail "qpdf $(basename "$pdf")" "$(head -3 "$temporary/log")"; done
fi
