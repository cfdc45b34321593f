# Collection forms: written, read back, refused when they are not what they seem.
collect="$temporary/collect"
mkdir -p "$collect"
cp -r "$samples/jeunesse" "$collect/data"
"$program" collect "$collect/data" -o "$collect/out" -q 2>"$collect/said"
is 'collect succeeds' $? 0
forms="$collect/out/collecte/2025-T4"
is 'one form a laureate' "$(ls "$forms" | wc -l | tr -d ' ')" "$("$program" figures "$collect/data" --by laureate --period 2025-Q4 --indicator entrees 2>/dev/null | tail -n +2 | wc -l | tr -d ' ')"
"$program" collect "$collect/data" -o "$collect/again" -q 2>/dev/null
is 'same forms, same bytes' "$(cd "$forms" && sha256sum *.xlsx)" "$(cd "$collect/again/collecte/2025-T4" && sha256sum *.xlsx)"

"$program" import "$collect/data" "$forms"/*.xlsx 2>"$collect/said"
is 'import of untouched forms succeeds' $? 0
is 'import of untouched forms changes nothing' "$(diff -r "$samples/jeunesse" "$collect/data")" ''

rm "$collect/data/laureats/arc/2025-T4.csv"
"$program" import "$collect/data" "$forms/arc.xlsx" 2>"$collect/said"
is 'import writes what is missing' $? 0
for time in quarter year; do
  "$program" figures "$samples/jeunesse" --by laureate --time $time >"$collect/before" 2>/dev/null
  "$program" figures "$collect/data" --by laureate --time $time >"$collect/after" 2>/dev/null
  same "same figures after the round trip, by $time" "$collect/before" "$collect/after"
done
cp "$collect/data/laureats/arc/2025-T4.csv" "$collect/once"
"$program" import "$collect/data" "$forms/arc.xlsx" 2>/dev/null
same 'import twice is import once' "$collect/once" "$collect/data/laureats/arc/2025-T4.csv"

sed 's/^entrees;2025-T4;31;/entrees;2025-T4;30;/' "$collect/once" >"$collect/data/laureats/arc/2025-T4.csv"
cp "$collect/data/laureats/arc/2025-T4.csv" "$collect/other"
"$program" import "$collect/data" "$forms/arc.xlsx" 2>"$collect/said"
is 'a changed value is refused' $? 1
is 'a changed value is listed with its cell' "$(grep -c 'arc.xlsx, Mesures!F6' "$collect/said")" 1
same 'nothing is written when anything is refused' "$collect/other" "$collect/data/laureats/arc/2025-T4.csv"
"$program" import "$collect/data" "$forms/arc.xlsx" --replace -q 2>"$collect/said"
is '--replace accepts' $? 0
same '--replace writes the value' "$collect/once" "$collect/data/laureats/arc/2025-T4.csv"

"$program" import "$collect/data" "$forms/arc.xlsx" "$forms/arc.xlsx" 2>/dev/null
is 'the same form twice is refused' $? 1
echo 'not a workbook' >"$collect/text.xlsx"
"$program" import "$collect/data" "$collect/text.xlsx" 2>/dev/null
is 'a text file is refused' $? 1
head -c 3000 "$forms/arc.xlsx" >"$collect/cut.xlsx"
"$program" import "$collect/data" "$collect/cut.xlsx" 2>/dev/null
is 'a cut workbook is refused' $? 1
cp "$(ls "$collect"/out/collecte/2025-T4/*.xlsx | head -1)" "$collect/other.xlsx"
"$program" import "$samples/minimal" "$collect/other.xlsx" 2>/dev/null
is 'the form of another programme is refused' $? 1
"$program" import "$collect/data" "$collect/absent.xlsx" 2>/dev/null
is 'an absent file' $? 3
"$program" collect "$collect/data" --period nonsense 2>/dev/null
is 'a period that is none' $? 2
