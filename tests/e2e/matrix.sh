# Every combination of the options of figures, and explain of what it prints.
[ -d "$real/eig" ] && sets="$real/eig $real/barometre-occitanie" || { sets=; skip "explain on real data" "../shared/data is absent"; }
python3 tests/e2e/matrix.py "$program" "$temporary" "$samples/jeunesse" $sets || fail "matrix" "did not run"
