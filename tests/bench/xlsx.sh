# 1 000 workbooks of a table, its chart and their observations, each read back whole before it counts; a bare loop of
# libxlsxwriter over the same cells, which is not; Python's XlsxWriter over them. Then a sheet of 1 000 000 observations.
books=${WORKBOOKS:-1000}
mkdir -p "$data/books"
measured "bilan, $books workbooks" 3 "$bench/xlsx_books" bilan "$books" "$data/books" && ours=$seconds && rate workbooks "$books"
measured 'libxlsxwriter, the same cells' 3 "$bench/xlsx_books" bare "$books" "$data/books" &&
  ratio 'bilan, times as fast' "$seconds" "$ours" 1
# The system’s own Python has it; another may come first in the path.
python=$(for p in python3 /usr/bin/python3; do "$p" -c 'import xlsxwriter' 2>/dev/null && echo $p && break; done)
if [ -n "$python" ]; then
  "$bench/xlsx_books" cells >"$data/cells"
  measured 'XlsxWriter, the same cells' 1 "$python" tests/bench/xlsx_peer.py "$data/cells" "$books" "$data/books" &&
    ratio 'bilan, times as fast' "$seconds" "$ours" 2
else
  echo 'python3 has no xlsxwriter: not compared'
fi
rm -rf "$data/books"
measured '100 000 observations in a sheet' 1 "$bench/xlsx_books" rows 100000 "$data/rows.xlsx" && small=$peak
measured '1 000 000 observations in a sheet' 1 "$bench/xlsx_books" rows 1000000 "$data/rows.xlsx" &&
  ratio 'megabytes a 100 000 observations more' "$(awk "BEGIN { print $peak - $small }")" 9
rm -f "$data/rows.xlsx"
