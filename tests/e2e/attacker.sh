# What is printed for partners and the public, of one edition and of two, does not give a masked number back.
if command -v glpsol >/dev/null; then
  python3 tests/e2e/attacker.py "$program" "$temporary" || fail "attacker" "did not run"
  # Nor does any file, in any format.
  python3 tests/e2e/twins.py "$program" "$temporary" || fail "twins" "did not run"
else
  skip "attacker" "glpsol is not installed"
fi
