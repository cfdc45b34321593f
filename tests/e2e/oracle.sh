# Figures against SQL over the raw rows, digit for digit.
python3 tests/e2e/oracle.py "$program" "$samples/jeunesse" sample || fail "oracle" "sample"
if [ -d "$real/eig" ]; then
  for data in eig barometre-occitanie; do python3 tests/e2e/oracle.py "$program" "$real/$data" "$data" || fail "oracle" "$data"; done
else
  skip "oracle on real data" "../shared/data is absent"
fi
