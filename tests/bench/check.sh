# Reading and checking, beside libcsv doing nothing with the same bytes: 1 000 laureates × 12 indicators × 8 quarters, 96 000
# observations in 1 000 files.
programme p1000 1000 12 8
measured 'libcsv, the same bytes, one thread' 9 "$bench/libcsv_loop" $(find "$data/p1000" -name '*.csv' | sort) && floor=$seconds
measured 'bilan check -j 1' 9 "$bilan" check -j 1 -q "$data/p1000" && ratio 'times libcsv' "$seconds" "$floor"
measured 'bilan check -j 2' 9 "$bilan" check -j 2 -q "$data/p1000" && ratio 'times libcsv' "$seconds" "$floor" at-most 3
