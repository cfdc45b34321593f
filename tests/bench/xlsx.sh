# 1 000 workbooks of a table, its chart and their observations, each read back whole before it counts; a bare loop of
# libxlsxwriter over the same cells, which is not; Python's XlsxWriter over them. Then a sheet of 1 000 000 observations.
books=${WORKBOOKS:-1000}
mkdir -p "$data/books"
"$bench/xlsx_books" cells >"$data/cells"
measured "bilan, $books workbooks" 3 "$bench/xlsx_books" bilan "$books" "$data/books" && ours=$seconds && rate workbooks "$books"
measured 'libxlsxwriter, the same cells' 3 "$bench/xlsx_bare" "$data/cells" "$books" "$data/books" &&
  ratio 'bilan, times as fast' "$seconds" "$ours" at-least 1
# The system’s own Python has it; another may come first in the path.
python=$(for p in python3 /usr/bin/python3; do "$p" -c 'import xlsxwriter' 2>/dev/null && echo $p && break; done)
if [ -n "$python" ]; then
  measured 'XlsxWriter, the same cells' 1 "$python" tests/bench/xlsx_peer.py "$data/cells" "$books" "$data/books" &&
    ratio 'bilan, times as fast' "$seconds" "$ours" at-least 2
else
  echo 'python3 has no xlsxwriter: not compared'
fi
rm -rf "$data/books"
measured '1 000 000 observations in memory' 1 "$bench/xlsx_books" input 1000000 && input=$peak
measured '1 000 000 observations as a sheet' 1 "$bench/xlsx_books" rows 1000000 "$data/rows.xlsx" &&
  awk "BEGIN { printf \"  %-52s %8.0f MB, of a file of %.0f MB\n\", \"memory for writing and reading back\", $peak - $input, $(stat -c %s "$data/rows.xlsx") / 1048576 }"
rm -f "$data/rows.xlsx"
