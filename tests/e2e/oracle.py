"""An oracle that shares nothing with the program: it reads the raw rows with Python's csv module, adds them up in SQL (sqlite3)
and compares with `bilan figures`: sums digit for digit, ratios and means to 1e-12. Prints "ok …" and "FAIL …" lines.
Usage: oracle.py PROGRAM DATA NAME"""
import csv, glob, io, os, re, sqlite3, subprocess, sys, unicodedata
from decimal import Decimal
from fractions import Fraction

program, data, name = sys.argv[1:4]
SCALE = 10 ** 6  # values become integers, so that SQL adds exactly
TYPES = {"compte": "count", "montant": "amount", "moyenne": "mean"}
NATURES = {"flux": "flow", "cumul_annee": "year_to_date", "cumul_programme": "to_date"}


def text(path):
    raw = open(path, "rb").read()
    if raw[:2] == b"\xff\xfe":
        return raw[2:].decode("utf-16le")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def folded(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def rows(path):
    content = text(path)
    if content.startswith("sep="):
        content = content.split("\n", 1)[1]
    head = content.split("\n", 1)[0]
    delimiter = max(";,\t", key=head.count)
    reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter)
    for row in reader:
        yield {folded(k.strip()): (v or "").strip() for k, v in row.items() if k}, delimiter


def number(cell, delimiter):
    cell = re.sub("[ \\u00a0\\u202f€%]", "", cell)
    if not re.fullmatch(r"[-−]?[0-9]+([.,][0-9]+)?", cell):
        return None
    return int(Decimal(cell.replace(",", ".").replace("−", "-")) * SCALE)


def quarter(period):
    match = re.fullmatch(r"(\d{4})-[TQ](\d)", period.upper())
    return int(match[1]) * 4 + int(match[2]) - 1 if match else None


def bound(cell, last):
    """A day or a quarter, as a quarter number."""
    if not cell:
        return 10 ** 6 if last else 0
    if quarter(cell) is not None:
        return quarter(cell)
    day = re.match(r"(\d{4})-(\d\d)", cell) or None
    year, month = (day[1], day[2]) if day else (cell[6:10], cell[3:5])
    return int(year) * 4 + (int(month) - 1) // 3


indicators = {r["id"]: r for r, _ in rows(f"{data}/indicateurs.csv")}
base = sqlite3.connect(":memory:")
base.execute("create table laureate(id text primary key, territory text, joined int, left_ int)")
base.execute("create table m(laureate text, quarter int, indicator text, value int, numerator int, denominator int, n int)")
for row, _ in rows(f"{data}/laureats.csv"):
    base.execute("insert into laureate values (?, ?, ?, ?)",
                 (row["id"], row.get("territoire", ""), bound(row.get("entree", ""), False), bound(row.get("sortie", ""), True)))
dimensions = set()
if os.path.exists(f"{data}/ventilations.csv"):
    dimensions = {folded(r["ventilation"]) for r, _ in rows(f"{data}/ventilations.csv")}
for path in sorted(glob.glob(f"{data}/laureats/*/*.csv")):
    laureate, stem = path.split("/")[-2], os.path.basename(path)[:-4]
    for row, delimiter in rows(path):
        if any(row.get(d) for d in dimensions):
            continue
        cells = [(row.get("periode") or stem, row)] if "valeur" in row or "numerateur" in row else \
                [(p, {"valeur": v}) for p, v in row.items() if quarter(p) is not None]
        for period, cell in cells:
            values = [number(cell.get(c, ""), delimiter) for c in ("valeur", "numerateur", "denominateur")]
            n = number(cell.get("effectif", cell.get("n", "")), delimiter)
            if quarter(period) is not None:
                base.execute("insert into m values (?, ?, ?, ?, ?, ?, ?)", (laureate, quarter(period), row["indicateur"], *values, n))
# values outside membership enter no total
base.execute("delete from m where rowid in (select m.rowid from m join laureate l on l.id = m.laureate "
             "where quarter < joined or quarter > left_)")
base.execute("create view v as select * from m join laureate on id = laureate")


def printed(*options):
    out = subprocess.run([program, "figures", data, *options], capture_output=True, text=True, check=False).stdout
    return list(csv.DictReader(io.StringIO(out)))


def exact(total):
    return None if total is None else Fraction(total, SCALE)


def expected(indicator, where, arguments, quarters):
    """The figure by SQL, or None where this oracle does not speak."""
    row = indicators[indicator]
    kind, nature = TYPES.get(row["type"], row["type"]), NATURES.get(row.get("nature", ""), row.get("nature", ""))
    if row.get("comptage", "").startswith("uniques") and len(quarters) > 1:
        return None
    if row.get("agg_laureats") or row.get("periodicite") not in ("", "trimestre", None):
        return None
    over = quarters if nature in ("flow", "", None) else quarters[-1:]
    among = f"indicator = ? and quarter in ({','.join(map(str, over))}) and {where}"
    if kind in ("count", "amount"):
        # a programme's cumulative keeps what those who left had done: told apart below
        if nature == "to_date":
            return None
        return exact(base.execute(f"select sum(value) from v where {among}", (indicator, *arguments)).fetchone()[0])
    if kind == "mean":
        total, weight = base.execute(f"select sum(value * n / {SCALE}), sum(n) from v where {among} and value is not null and n is not null",
                                     (indicator, *arguments)).fetchone()
        return Fraction(total, weight) if weight else None
    if kind == "ratio" and not row.get("numerateur"):
        top, bottom = base.execute(f"select sum(numerator), sum(denominator) from v where {among} and numerator is not null and denominator > 0",
                                   (indicator, *arguments)).fetchone()
    elif kind == "ratio" and re.fullmatch(r"[\w-]+", row["numerateur"]) and re.fullmatch(r"[\w-]+", row["denominateur"]):
        natures = {NATURES.get(indicators[row[c]]["nature"], indicators[row[c]]["nature"]) for c in ("numerateur", "denominateur")}
        if natures != {"flow"}:
            return None
        top, bottom = base.execute(
            f"select sum(a.value), sum(b.value) from v a join v b on a.laureate = b.laureate and a.quarter = b.quarter and b.indicator = ? "
            f"where a.indicator = ? and a.quarter in ({','.join(map(str, quarters))}) and {where.replace('id', 'a.id').replace('territory', 'a.territory')} "
            "and b.value > 0 and a.value is not null", (row["denominateur"], row["numerateur"], *arguments)).fetchone()
    else:
        return None
    return Fraction(top, bottom) * int(row.get("multiplicateur") or 1) if bottom else None


def scope(subject):
    if subject == "programme":
        return "1", ()
    if subject.startswith("territory="):
        from urllib.parse import unquote
        return "territory = ?", (unquote(subject[10:]),)
    return "id = ?", (subject,)


def compare(title, *options):
    same = differing = 0
    for row in printed(*options):
        if row["value"] == "" or row["category"] or row["state"] not in ("complete", "partial"):
            continue
        year = re.fullmatch(r"(\d{4})", row["period"])
        half = re.fullmatch(r"(\d{4})-S(\d)", row["period"])
        if year:
            quarters = [int(year[1]) * 4 + i for i in range(4)]
        elif half:
            quarters = [int(half[1]) * 4 + (int(half[2]) - 1) * 2 + i for i in range(2)]
        else:
            quarters = [quarter(row["period"])]
        want = expected(row["indicator"], *scope(row["subject"]), quarters)
        if want is None:
            continue
        got = Fraction(Decimal(row["value"]))
        sums = TYPES.get(indicators[row["indicator"]]["type"], "") in ("count", "amount")
        if got == want or (not sums and want and abs(got / want - 1) < Fraction(1, 10 ** 12)):
            same += 1
        else:
            differing += 1
            if differing < 6:
                print(f"FAIL {name}: {row['key']}: the program says {row['value']}, SQL says {float(want)!r}")
    print(f"ok {name}: {title}: {same} figures equal SQL's" if same and not differing else f"FAIL {name}: {title}: {same} equal, {differing} differ")


for title, by in (("programme", "programme"), ("laureates", "laureate"), ("territories", "territory")):
    for time in ("quarter", "semester", "year"):
        compare(f"{title} by {time}", "--by", by, "--time", time)
