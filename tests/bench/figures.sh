# The sums of 5 000 000 observations (1 000 laureates × 50 indicators × 100 quarters) by indicator and quarter, beside others who sum the
# same files: the sums must be the same, digit for digit.
programme p5m 1000 50 100
# same_sums NAME: its lines "indicator,period,sum" against those of bilan.
same_sums() { sort "$data/sums.$1" | cmp -s - "$data/sums.bilan" && echo "  the same $(wc -l <"$data/sums.bilan") sums" || wrong "$1: other sums"; }
measured 'bilan figures -j 1' 3 "$bilan" figures -j 1 "$data/p5m"
measured 'bilan figures -j 2' 3 "$bilan" figures -j 2 "$data/p5m" && ours=$seconds &&
  ratio 'bytes a row' $((peak * 1048576)) 5000000 at-most 100
"$bilan" figures "$data/p5m" | awk -F, 'NR > 1 && $7 != "" { print $2 "," $4 "," $7 }' | sort >"$data/sums.bilan"
if python_has duckdb; then
  measured 'DuckDB, two threads' 3 python3 tests/bench/duckdb_sums.py "$data/p5m" "$data/sums.duckdb" &&
    ratio 'times bilan -j 2' "$seconds" "$ours" at-least 2 && same_sums duckdb
fi
if installed sqlite3; then
  { echo 'create table m(indicator, period, value);'; echo '.mode csv'
    for f in "$data"/p5m/laureates/*/measures.csv; do echo ".import --skip 1 $f m"; done
    echo ".output $data/sums.sqlite3"; echo '.mode list'; echo '.separator ,'
    echo 'select indicator, period, sum(value) from m group by 1, 2;'; } >"$data/import.sql"
  measured 'sqlite3' 1 sqlite3 :memory: ".read $data/import.sql" && ratio 'times bilan -j 2' "$seconds" "$ours" && same_sums sqlite3
fi
