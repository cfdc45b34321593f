# A style sheet without what only people need: comments, indents, line ends and the blanks round its signs. What stands between quotes
# stays. (A ":" loses the blank after it alone: before it, a blank means "within".)
BEGIN { FS = OFS = "\"" }
/^ *\/\*.*\*\/$/ || /^ *$/ { next }
{
  for (i = 1; i <= NF; i += 2) {
    gsub(/ *[{] */, "{", $i)
    gsub(/;? *[}] */, "}", $i)
    gsub(/: /, ":", $i)
    gsub(/, /, ",", $i)
    gsub(/; /, ";", $i)
  }
  sub(/^ +/, "")
  printf "%s%s", $0, /[{},;]$/ ? "" : "\n"
}
