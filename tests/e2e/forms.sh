# Forms as people give them back: whatever is typed is either in the data afterwards or said, with its sheet and cell.
forms="$temporary/forms"
mkdir -p "$forms"
cp -r "$samples/jeunesse" "$forms/clean"
"$program" collect "$forms/clean" -o "$forms/out" -q 2>/dev/null
form="$forms/out/collecte/2025-T4/arc.xlsx"
row() { python3 tests/e2e/form.py "$form" find Mesures "$@"; }
# filled CHANGE…: arc's form with these cells, imported into fresh data; says what was said
filled() {
  rm -rf "$forms/data"; cp -r "$forms/clean" "$forms/data"
  [ -z "$before" ] || (cd "$forms/data" && eval "$before")
  python3 tests/e2e/form.py "$form" "$forms/arc.xlsx" "$@"
  was=$(tar -cf - -C "$forms/data" . | cksum)
  "$program" import "$forms/data" "$forms/arc.xlsx" $options 2>"$forms/said"; code=$?
  [ "$code" = 0 ] || [ "$was" = "$(tar -cf - -C "$forms/data" . | cksum)" ] || fail 'nothing is written when a form is refused' "$*"
}
# refused NAME CELL CODE CHANGE…
refused() {
  name=$1 cell=$2 wanted=$3; shift 3
  filled "$@"
  [ "$code" = 1 ] && grep -q "arc.xlsx, $cell .*\[$wanted\]" "$forms/said" && ok "$name" || fail "$name" "exit $code, $(head -3 "$forms/said")"
}
before= options=
entries=$(row entrees) appris=$(row file-active)
before='sed -i "/^entrees;2025-T4;31;/d" laureats/arc/2025-T4.csv; sed -i "/^entrees;2025-T4/d" laureats/arc/2025-T4.csv'
refused 'a reason without a value' "Mesures!K$entries" form-alone "Mesures!F$entries=" "Mesures!K$entries=dossier perdu"
before=
milestone=$(row convention-emploi)
before='sed -i "/^convention-emploi;/d" laureats/arc/*.csv'
refused 'a date without a value' "Mesures!I$milestone" form-alone "Mesures!F$milestone=" "Mesures!I$milestone=45992" "Mesures!J$milestone=" "Mesures!K$milestone="
before=
refused 'a number where none is asked' "Mesures!G$entries" form-stray "Mesures!G$entries=12"
refused 'an answer below the last row' 'Mesures!F900' form-stray 'Mesures!F900=12'
refused 'a word beside the narrative' 'Récit!C5' form-stray 'Récit!C5=à relire'
refused 'an error of a formula' "Mesures!F$entries" form-not-a-number "Mesures!F$entries=#DIV/0!"
refused 'an error of a formula in words' 'Récit!B4' form-error 'Récit!B4=#REF!'
refused 'a number in words' "Mesures!F$entries" form-not-a-number "Mesures!F$entries=une trentaine"
refused 'a status that is none' "Mesures!J$entries" form-status "Mesures!J$entries=peut-être"
refused 'a value and its absence' "Mesures!J$entries" form-both "Mesures!J$entries=nd" "Mesures!K$entries=perdu"
refused 'an absence without a reason' "Mesures!K$entries" form-reason "Mesures!F$entries=" "Mesures!J$entries=nd" "Mesures!K$entries="
refused 'half a ratio' "Mesures!H$(row sorties-positives)" form-parts "Mesures!H$(row sorties-positives)="
refused 'a part that is no whole number' "Mesures!F$entries" form-not-an-integer "Mesures!F$entries=31.5"
refused 'below the least' "Mesures!F$entries" form-below "Mesures!F$entries=-1"
refused 'a row that nobody asked for' "Mesures!M900" form-unexpected 'Mesures!M900=inconnu'
refused 'a row that is there twice' "Mesures!M900" form-twice 'Mesures!M900=entrees' 'Mesures!N900=2025-Q4'
refused 'a changed value' "Mesures!F$entries" form-changed "Mesures!F$entries=30"
refused 'a heading inside a section' 'Récit!B4' form-heading 'Récit!B4=Un fait.\n\n## Besoins\n\nUn local.'
refused 'an underlined heading inside a section' 'Récit!B4' form-heading 'Récit!B4=Un fait\n---\nautre'
refused 'a changed section' 'Récit!B4' form-narrative-changed 'Récit!B4=Tout autre chose.'
refused 'half a need' 'Besoins à partager!B9' form-need-half 'Besoins à partager!A9=outil'
refused 'a need of another laureate' 'Besoins à partager!B9' form-need-other 'Besoins à partager!A9=outil' 'Besoins à partager!B9=Un outil' 'Besoins à partager!E9=B02'
refused 'neither yes nor no' 'Besoins à partager!D9' form-yes-no 'Besoins à partager!A9=outil' 'Besoins à partager!B9=Un outil' 'Besoins à partager!D9=peut-être'
# Each alone is within its bounds; together they do not add up.
women=$(row entrees 'sexe=femmes')
options=--replace
refused 'what would make the data wrong' "Mesures!F$women" form-makes-error "Mesures!F$women=99"
options=

filled 'À lire=Notes'
is 'a sheet that somebody added is told' "$code $(grep -c 'form-other-sheet' "$forms/said")" '0 1'
filled 'Récit!B4='
is 'an emptied section is kept' "$code $(grep -c 'Récit!B4 .*form-narrative-kept' "$forms/said")" '0 1'
is 'and nothing else changes' "$(diff -r "$forms/clean" "$forms/data")" ''

# A narrative: one section replaced, the rest as it was typed.
options=--replace
filled 'Récit!B4=Un seul fait.\n\nEt un autre.' 'Récit!B3=46030'
is '--replace replaces a section' $code 0
diff "$forms/clean/laureats/arc/2025-T4.md" "$forms/data/laureats/arc/2025-T4.md" >"$forms/diff"
is 'validation stays with a replaced narrative' "$(grep -c 'valide\|point:' "$forms/diff")" 0
is 'the day it came is replaced' "$(grep '^> remis_le' "$forms/diff")" '> remis_le: 2026-01-08'
is 'only that section changes' "$(grep '^>' "$forms/diff" | grep -v remis_le | tr '\n' ' ')" '> Un seul fait. >  > Et un autre. '
cp "$forms/data/laureats/arc/2025-T4.md" "$forms/once"
options=
"$program" import "$forms/data" "$forms/arc.xlsx" 2>"$forms/said"
is 'and again changes nothing' "$? $(cmp "$forms/once" "$forms/data/laureats/arc/2025-T4.md" 2>&1)" '0 '
before='sed -i "/^## Décisions/,/^## Contribution/{/^## Contribution/!d}" laureats/arc/2025-T4.md'
filled
same 'a section that is missing comes back to its place' "$forms/clean/laureats/arc/2025-T4.md" "$forms/data/laureats/arc/2025-T4.md"
before='rm laureats/arc/2025-T4.md'
filled
is 'a narrative that is missing is written' "$code $(grep -c '^## ' "$forms/data/laureats/arc/2025-T4.md")" "0 $(grep -c '^## ' "$forms/clean/laureats/arc/2025-T4.md")"
before=

# Needs: added once, with the next code, in the dialect of their file.
filled 'Besoins à partager!A9=outil' 'Besoins à partager!B9=Un tableau ; « partagé »' 'Besoins à partager!C9=haute' 'Besoins à partager!D9=oui'
is 'a need is imported' $code 0
diff "$forms/clean/besoins.csv" "$forms/data/besoins.csv" >"$forms/diff"
last=$(tail -1 "$forms/clean/besoins.csv" | cut -d';' -f1)
is 'as one more row' "$(sed 1d "$forms/diff" | tr -d '\r')" "> $(printf 'B%02d' $((${last#B} + 1)));arc;2025-T4;outil;\"Un tableau ; « partagé »\";haute;oui;;;ouvert"
cp "$forms/data/besoins.csv" "$forms/once"
"$program" import "$forms/data" "$forms/arc.xlsx" 2>"$forms/said"
is 'a need imported twice is there once' "$? $(cmp "$forms/once" "$forms/data/besoins.csv" 2>&1)" '0 '
python3 tests/e2e/form.py "$forms/arc.xlsx" "$forms/again.xlsx" 'Besoins à partager!C9=basse'
"$program" import "$forms/data" "$forms/again.xlsx" 2>"$forms/said"
is 'a need told differently is refused' "$? $(grep -c 'form-need-changed' "$forms/said")" '1 1'
"$program" import "$forms/data" "$forms/again.xlsx" --replace -q 2>"$forms/said"
is '--replace replaces it' "$? $(diff "$forms/once" "$forms/data/besoins.csv" | grep -c '^>.*;basse;oui')" '0 1'

# Every layout of measures: rows that nothing changes stay byte for byte.
options=--replace
for end in '\r\n' '\n' '\r'; do
  before="tr -d '\r' <laureats/arc/2025-T4.csv | sed -z 's/\n/$end/g' >x; mv x laureats/arc/2025-T4.csv"
  filled "Mesures!F$(row ateliers)=99"
  normal() { sed -z 's/\r\n/\n/g; s/\r/\n/g' "$1"; }
  normal "$forms/clean/laureats/arc/2025-T4.csv" >"$forms/lines"
  is 'only changed rows change' "$code $(normal "$forms/data/laureats/arc/2025-T4.csv" | diff "$forms/lines" - | grep -c '^> ')" '0 1'
  is 'line ends stay' "$(tr -cd '\r\n' <"$forms/data/laureats/arc/2025-T4.csv" | sed -z "s/$end/./g")" "$(yes . | head -$(wc -l <"$forms/lines") | tr -d '\n')"
done
before='printf "sep=;\n" >x; cat laureats/arc/2025-T4.csv >>x; mv x laureats/arc/2025-T4.csv; sed -i "s/^\xEF\xBB\xBF//" laureats/arc/2025-T4.csv'
filled "Mesures!K$entries=relu"
is 'a line sep=; stays' "$code $(head -1 "$forms/data/laureats/arc/2025-T4.csv") $(grep -c 'relu' "$forms/data/laureats/arc/2025-T4.csv")" '0 sep=; 1'
before='sed "s/^\xEF\xBB\xBF//" laureats/arc/2025-T4.csv | iconv -c -f UTF-8 -t WINDOWS-1252 >x; mv x laureats/arc/2025-T4.csv'
filled "Mesures!K$entries=déjà relu"
is 'another encoding becomes UTF-8' "$code $(iconv -f UTF-8 -t UTF-8 "$forms/data/laureats/arc/2025-T4.csv" 2>/dev/null | grep -c 'déjà relu')" '0 1'
options= before='printf "indicateur;2025-T3;2025-T4\nentrees;;\nateliers;7;12\n" >laureats/arc/mesures.csv; sed -i "/^\(entrees\|entrees-orientees\|ateliers\);2025-T4/d" laureats/arc/2025-T4.csv; sed -i "/^ateliers;/d" laureats/arc/2025-T3.csv'
filled "Mesures!F$(row ateliers)=12"
is 'a value goes into the column of its period' "$code $(grep '^entrees' "$forms/data/laureats/arc/mesures.csv")" '0 entrees;;31'
options=--replace
filled "Mesures!F$(row ateliers)=14"
is 'and is replaced there' "$code $(tail -1 "$forms/data/laureats/arc/mesures.csv")" '0 ateliers;7;14'
at=$(row ateliers)
filled "Mesures!F$at=" "Mesures!J$at=nd" "Mesures!K$at=salle fermée"
is 'a reason moves the answer to a row of its own' "$code $(tail -1 "$forms/data/laureats/arc/mesures.csv") $(grep '^ateliers;' "$forms/data/laureats/arc/2025-T4.csv" | grep -c 'nd;.*salle fermée')" '0 ateliers;7; 1'
"$program" check "$forms/data" >/dev/null 2>"$forms/said"; is 'and the data check' $? 0
options=

# Where the files go: with the mode they had, and nowhere else than below the data.
before='chmod 640 laureats/arc/2025-T4.csv' options=--replace
filled "Mesures!K$entries=relu"
is 'a file that is written keeps its mode' "$code $(stat -c %a "$forms/data/laureats/arc/2025-T4.csv")" '0 640'
before= options=

# What stands there and cannot be read is never taken for nothing.
printf 'indicateur;periode;valeur\nentrees;2025-T4;\0\n' >"$forms/nul"
printf 'indicateur;periode;valeur\nentrees;2025-T4;\201\n' >"$forms/byte"
for bad in nul byte; do
  before="cp '$forms/$bad' laureats/arc/2025-T4.csv"
  filled
  is "measures that cannot be read are not written over ($bad)" "$code $(grep -c 'form-data-unreadable' "$forms/said")" '1 1'
  before="cp '$forms/$bad' laureats/arc/2025-T4.md"
  filled
  is "nor a narrative ($bad)" "$code $(grep -c 'form-data-unreadable' "$forms/said")" '1 1'
done

# A file of the form's period that has a column a period.
before='rm laureats/arc/2025-T4.csv; printf "indicateur;2025-T3;2025-T4\nateliers;;42\n" >laureats/arc/2025-T4.csv'
filled
is 'an answer with two parts goes into the file beside one with a column a period' "$code $(grep -c '^sorties-positives;2025-T4;' "$forms/data/laureats/arc/mesures.csv") $(grep -c '^ateliers;;42' "$forms/data/laureats/arc/2025-T4.csv")" '0 3 1'
before='rm laureats/arc/2025-T4.csv; printf "indicateur;2025-T3;2025-T4\nateliers;;42\n" >laureats/arc/2025-T4.csv; printf "indicateur;2024-T3\nateliers;12\n" >laureats/arc/mesures.csv'
filled
is 'it has no room where both have a column a period' "$code $(grep -c 'form-elsewhere' "$forms/said" | sed 's/[1-9][0-9]*/some/')" '1 some'
before='sed -i "/^entrees;2025-T4;31;/d; /^entrees;2025-T4/d; /^ateliers;/d" laureats/arc/2025-T4.csv; mv laureats/arc/2025-T4.csv laureats/arc/mesures.csv; printf "indicateur;2025-T4\nateliers;42\n" >laureats/arc/2025-T4.csv'
filled
is 'a new answer goes into the column of its period' "$code $(grep '^entrees;' "$forms/data/laureats/arc/2025-T4.csv" | head -1 | sed 's/;*$//')" '0 entrees;31'
is 'which has no column of values' "$(head -1 "$forms/data/laureats/arc/2025-T4.csv" | cut -d';' -f1,2) $(head -1 "$forms/data/laureats/arc/2025-T4.csv" | grep -c valeur)" 'indicateur;2025-T4 0'

# The reason of an absence goes with it.
before='tr -d "\r" <laureats/arc/2025-T4.csv | sed "1s/$/;statut;motif/; s/^entrees;2025-T4;31;;;;;;;$/entrees;2025-T4;;;;;;;;;nd;perdu/" >x; mv x laureats/arc/2025-T4.csv' options=--replace
filled
is 'a value drops the reason of its absence' "$code $(grep -c '^entrees;2025-T4;31;*$' "$forms/data/laureats/arc/2025-T4.csv") $(grep -c perdu "$forms/data/laureats/arc/2025-T4.csv")" '0 1 0'
before= options=

new='Un besoin dit deux fois'
filled 'Besoins à partager!A9=outil' "Besoins à partager!B9=$new" 'Besoins à partager!A10=outil' "Besoins à partager!B10=$new"
is 'a need on two rows is added once' "$code $(grep -c "$new" "$forms/data/besoins.csv")" '0 1'
refused 'a need on two rows that differ' 'Besoins à partager!B10' form-twice 'Besoins à partager!A9=outil' "Besoins à partager!B9=$new" 'Besoins à partager!A10=outil' "Besoins à partager!B10=$new" 'Besoins à partager!C10=haute'

before='sed -i "s#^arc;#../../../pwn;#" laureats.csv' options=
filled
is 'a laureate whose id leads out of the data takes no form' "$code $(grep -c '\[id-path\]' "$forms/said") $(find "$temporary" -name 'pwn*' | wc -l)" '1 1 0'
before=
