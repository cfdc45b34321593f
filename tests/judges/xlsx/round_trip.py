"""round_trip.py PROGRAM FOLDER: a made-up programme of every type and nature of indicator, whose last quarter is taken
out, asked for by forms, typed into them in LibreOffice and imported again, must check clean and give the same figures as
if it had never been away. Prints one "ok" or "FAIL" line a property."""
import csv
import datetime
import itertools
import os
import random
import shutil
import subprocess
import sys

from office import Office

QUARTERS = [f"{year}-Q{q}" for year in (2024, 2025) for q in (1, 2, 3, 4)]
LAST = QUARTERS[-1]
SEXES, THEMES = ["women", "men"], ["housing", "health", "mobility"]
VALUE, NUMERATOR, DENOMINATOR, DATE, STATUS, REASON = 5, 6, 7, 8, 9, 10
CODE, CODE_PERIOD, CODE_CATEGORY = 12, 13, 14
HEADER = ["indicator", "period", "value", "numerator", "denominator", "n", "status", "reason", "comment", "date", "sex", "theme"]
failed = False


def say(name, wrong=""):
    global failed
    failed = failed or bool(wrong)
    print(f"FAIL {name}: {wrong}" if wrong else f"ok {name}", flush=True)


# ---- the programme ----

def indicators():
    """Every type with every nature and counting that it may have, each at some frequency."""
    made = []

    def add(type_, nature="", counting="", frequency="quarter", dimensions="", **more):
        name = "-".join(x for x in (type_, nature, counting, frequency) if x).replace("_", "-")
        made.append({"id": name, "label": name.replace("-", " "), "type": type_, "nature": nature, "counting": counting,
                     "frequency": frequency, "dimensions": dimensions, "use": "Adjust", "visibility": "internal",
                     "unit": {"ratio": "%", "amount": "€", "mean": "days", "median": "days", "value": "days", "score": "answers",
                              "count": "people"}.get(type_, ""),
                     "multiplier": "100" if type_ == "ratio" else "", **more})

    for nature in ("flow", "stock", "year_to_date", "to_date", "point"):
        add("count", nature, dimensions="sex theme" if nature in ("flow", "stock") else "", integer="yes", min="0")
        add("amount", nature, decimals="2")
    add("count", "flow", "unique_period", integer="yes")
    add("count", "flow", "unique_year", "year", integer="yes", dimensions="sex")
    add("count", "to_date", "unique_programme", integer="yes")
    add("count", "flow", frequency="month")
    add("count", "stock", frequency="semester", dimensions="sex", expected_from="tag:half")
    add("amount", "flow", frequency="year", expected_from="alpha gamma")
    add("ratio", "flow", dimensions="sex")
    add("ratio", "stock", frequency="semester")
    add("mean", decimals="1")
    add("mean", frequency="semester", decimals="2")
    add("median")
    add("value", frequency="semester")
    add("score", min="1", max="5", integer="yes")
    add("score", frequency="year", min="0", max="10", integer="yes")
    add("yes_no")
    add("yes_no", frequency="year")
    add("milestone")
    add("text")
    add("text", frequency="year")
    return made


def periods_in(indicator, quarter):
    """The indicator's own periods that end in the quarter."""
    year, q = quarter[:4], int(quarter[-1])
    return {"month": [f"{year}-{m:02d}" for m in range(q * 3 - 2, q * 3 + 1)], "quarter": [quarter],
            "semester": [f"{year}-S{q // 2}"] if q % 2 == 0 else [], "year": [year] if q == 4 else []}[indicator["frequency"]]


def expected(indicator, laureate):
    wanted = indicator.get("expected_from", "")
    return not wanted or laureate["id"] in wanted.split() or (wanted.startswith("tag:") and wanted[4:] in laureate["tags"])


class Answers:
    """What one laureate answers: {(indicator, period, category): {column: text}}."""

    def __init__(self, seed):
        self.random, self.levels = random.Random(seed), {}

    def number(self, indicator):
        n = self.random.randint(0, 4000)
        if indicator["nature"] in ("year_to_date", "to_date"):
            n = self.levels[indicator["id"]] = self.levels.get(indicator["id"], 0) + n
        return f"{n}.{self.random.randint(0, 99):02d}" if indicator["type"] == "amount" else str(n)

    def parts(self, total, count):
        cuts = sorted(self.random.randint(0, total) for _ in range(count - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, total])]

    def status(self):
        return self.random.choices(["", "p", "e", "r", "nd", "so", "nc"], [60, 8, 8, 4, 8, 4, 4])[0]

    def words(self):
        return self.random.choice(["Une phrase ; avec « guillemets », et \"d’autres\".", "Deux lignes,\nl’une sous l’autre.",
                                   "=1+1", "_x0041_ tel quel", "-12 %", "@nom", "été, « NFC » : é"])

    def row(self, indicator):
        """Of the total, and of its categories."""
        type_, status = indicator["type"], self.status()
        row = {"status": status}
        if status in ("nd", "e"):
            row["reason" if status == "nd" else "comment"] = self.words()
        if status in ("nd", "so", "nc"):
            return {"": row}
        if type_ in ("count", "amount", "mean", "median", "value"):
            row["value"] = self.number(indicator)
        if type_ == "mean":
            row["n"] = str(self.random.randint(1, 300))
        if type_ == "ratio":
            row["denominator"] = str(self.random.randint(1, 500))
            row["numerator"] = str(self.random.randint(0, int(row["denominator"])))
        if type_ in ("yes_no", "milestone"):
            row["value"] = self.random.choice(["yes", "no"])
        if type_ in ("milestone", "value") or indicator["nature"] == "point":
            row["date"] = f"2025-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"
        if type_ == "text":
            row["value"] = self.words()
        return {"": row, **self.categories(indicator, row)}

    def categories(self, indicator, total):
        made, ratio = {}, indicator["type"] == "ratio"
        if "sex" in indicator["dimensions"] and ratio:
            tops, rests = (self.parts(n, 2) for n in (int(total["numerator"]), int(total["denominator"]) - int(total["numerator"])))
            for sex, top, rest in zip(SEXES, tops, rests):
                made[f"sex={sex}"] = {"numerator": str(top), "denominator": str(top + rest)}
        elif "sex" in indicator["dimensions"]:
            for sex, part in zip(SEXES, self.parts(int(total["value"]), 2)):
                made[f"sex={sex}"] = {"value": str(part)}
        for theme in THEMES if "theme" in indicator["dimensions"] else []:
            made[f"theme={theme}"] = {"value": str(self.random.randint(0, int(total["value"])))}
        return made

    def all(self, indicator):
        if indicator["type"] != "score":
            return self.row(indicator)
        return {f"={answer}": {"value": str(answer), "n": str(self.random.randint(0, 60))}
                for answer in range(int(indicator["min"]), int(indicator["max"]) + 1) if self.random.random() < 0.9}


def truth(indicators, laureate):
    """{quarter: {(indicator, period, category): row}}"""
    answers = Answers(laureate["id"])
    return {quarter: {(i["id"], period, category): row for i in indicators if expected(i, laureate)
                      for period in periods_in(i, quarter) for category, row in answers.all(i).items()} for quarter in QUARTERS}


# ---- the data repository ----

def write_csv(path, header, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def rows_of(answers):
    for (indicator, period, category), row in answers.items():
        made = {"indicator": indicator, "period": period, **row}
        dimension, _, value = category.partition("=")
        if dimension:
            made[dimension] = value
        yield made


def write_wide(folder, answers, complete):
    """The values alone of one indicator, a column a quarter; the last one is empty where it is to be asked."""
    row = {"indicator": "count-flow-unique-period-quarter"}
    for quarter in QUARTERS:
        told = answers[quarter][row["indicator"], quarter, ""]
        if complete or quarter != LAST:
            row[quarter] = told.get("value") or told["status"]
    write_csv(f"{folder}/measures.csv", ["indicator", *QUARTERS], [row])


def write_laureate(folder, laureate, answers, complete):
    """Each laureate files in a layout of its own."""
    quarters = QUARTERS if complete else QUARTERS[:-1]
    if laureate["layout"] == "long":
        write_csv(f"{folder}/measures.csv", HEADER, [r for q in quarters for r in rows_of(answers[q])])
        return
    wide = laureate["layout"] == "wide"
    for quarter in quarters:
        rows = [r for r in rows_of(answers[quarter]) if not wide or r["indicator"] != "count-flow-unique-period-quarter"]
        write_csv(f"{folder}/{quarter}.csv", HEADER, rows)
    if wide:
        write_wide(folder, answers, complete)


LAUREATES = [{"id": "alpha", "name": "Alpha & Cie", "tags": "half", "layout": "periods"},
             {"id": "beta", "name": "Béta <1>", "tags": "half", "layout": "long"},
             {"id": "gamma", "name": "Gamma", "tags": "", "layout": "wide"}]


def write_programme(folder, language, answers, complete):
    os.makedirs(folder)
    with open(f"{folder}/programme.md", "w", encoding="utf-8") as file:
        file.write(f"---\nname: Round trip\ncode: trip\nlanguage: {language}\nperiod: quarter\nfirst_period: {QUARTERS[0]}\n"
                   "edition_date: 2026-01-20\ncut_off: 2026-01-20\n---\n")
    definitions = indicators()
    header = sorted({k for i in definitions for k in i}, key=lambda k: (k != "id", k))
    write_csv(f"{folder}/indicators.csv", header, definitions)
    write_csv(f"{folder}/dimensions.csv", ["dimension", "category", "exclusive"],
              [{"dimension": "sex", "category": c, "exclusive": "yes"} for c in SEXES]
              + [{"dimension": "theme", "category": c, "exclusive": "no"} for c in THEMES])
    write_csv(f"{folder}/laureates.csv", ["id", "name", "tags"], [{k: v for k, v in x.items() if k != "layout"} for x in LAUREATES])
    for laureate in LAUREATES:
        write_laureate(f"{folder}/laureates/{laureate['id']}", laureate, answers[laureate["id"]], complete)


# ---- forms, filled by a person who types ----

def type_in(cell, value, what):
    if cell.CellProtection.IsLocked:
        raise ValueError(f"{what} is to be filled and is locked")
    if isinstance(value, (int, float)):
        cell.setValue(value)
    else:
        cell.setString(value)


def fill_row(sheet, at, row, language, indicator):
    type_ = indicator["type"]
    cell = lambda column: sheet.getCellByPosition(column, at)
    what = f"{indicator['id']} in row {at + 1}"
    if type_ in ("yes_no", "milestone") and "value" in row:
        type_in(cell(VALUE), {"fr": {"yes": "oui", "no": "non"}}.get(language, {}).get(row["value"], row["value"]), what)
    elif type_ == "text" and "value" in row:
        type_in(cell(VALUE), row["value"], what)
    elif "value" in row and type_ != "score":
        type_in(cell(VALUE), float(row["value"]), what)
    for column, names in ((NUMERATOR, ["numerator"]), (DENOMINATOR, ["denominator", "n"])):
        for name in names:
            if name in row:
                type_in(cell(column), float(row[name]), what)
    if "date" in row:
        type_in(cell(DATE), (datetime.date.fromisoformat(row["date"]) - datetime.date(1899, 12, 30)).days, what)
    if row.get("status"):
        type_in(cell(STATUS), row["status"], what)
    if row.get("reason") or row.get("comment"):
        type_in(cell(REASON), row.get("reason") or row["comment"], what)


def fill(book, answers, language):
    """The answers that found no row."""
    sheet, left = book.Sheets.getByIndex(1), dict(answers)
    by_id = {i["id"]: i for i in indicators()}
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    for at, codes in enumerate(sheet.getCellRangeByPosition(CODE, 0, CODE_CATEGORY, cursor.RangeAddress.EndRow).getDataArray()):
        key = tuple(str(c) for c in codes)
        row = left.pop(key, None)
        if row is not None:
            fill_row(sheet, at, row, language, by_id[key[0]])
    narrative, needs = book.Sheets.getByIndex(2), book.Sheets.getByIndex(3)
    type_in(narrative.getCellByPosition(1, 2), 46030, "the day")
    type_in(narrative.getCellByPosition(1, 3), "- Un fait.\n- « Un autre ».\n\n=Ceci n’est pas une formule.", "the narrative")
    for column, text in enumerate(("outil", "Un local ; le lundi", "moyenne", "oui" if language == "fr" else "yes")):
        type_in(needs.getCellByPosition(column, 5), text, "a need")
    return left


# ---- the properties ----

def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def figures(folder):
    made = {}
    for by, time, dimension in itertools.product(("programme", "laureate"), ("month", "quarter", "semester", "year", "to-date"),
                                                 ([], ["--dimension", "sex"], ["--dimension", "theme"])):
        code, out, _ = run("figures", folder, "--by", by, "--time", time, *dimension)
        made[by, time, *dimension] = out if code == 0 else f"exit {code}"
    return made


def trip(office, folder, language):
    answers = {x["id"]: truth(indicators(), x) for x in LAUREATES}
    whole, asked = f"{folder}/{language}-whole", f"{folder}/{language}-asked"
    write_programme(whole, language, answers, True)
    write_programme(asked, language, answers, False)
    code, _, said = run("check", whole, "-q")
    say(f"{language}: the programme as made checks clean", said if code else "")
    code, _, said = run("collect", asked, "-o", f"{folder}/{language}-forms")
    say(f"{language}: forms are made", said if code else "")
    forms = []
    for laureate in LAUREATES:
        name = f"{laureate['id']}.xlsx"
        found = [f"{at}/{name}" for at, _, files in os.walk(f"{folder}/{language}-forms") if name in files]
        try:
            book = office.open(found[0])
            left = fill(book, answers[laureate["id"]][LAST], language)
            forms.append(f"{folder}/{language}-{name}")
            office.save(book, forms[-1])
            book.close(True)
            say(f"{language}: every answer of {name} has its row", f"none for {list(left)[:4]}" if left else "")
        except Exception as problem:
            say(f"{language}: {name} is filled", f"{type(problem).__name__}: {problem}")
    count = sum(len(a[LAST]) for a in answers.values())
    code, _, said = run("import", asked, *forms)
    say(f"{language}: {count} answers are imported", said if code else "")
    code, _, said = run("check", asked, "-q")
    say(f"{language}: data check clean after the import", said if code else "")
    before, after = figures(whole), figures(asked)
    for key in before:
        if before[key] == after[key] and len(before[key].splitlines()) > 1 or key[1:] == ():
            continue
        one = [f"{a}\n  {b}" for a, b in zip(before[key].splitlines(), after[key].splitlines()) if a != b]
        say(f"{language}: figures by {key}", "\n  ".join(["they differ", *one[:3]]) if one else "there are none")
        break
    say(f"{language}: {sum(len(f.splitlines()) for f in before.values())} figures are as if never away", "" if before == after else "see above")
    shutil.copytree(asked, f"{folder}/{language}-once")
    code, _, said = run("import", asked, *forms)
    changed = subprocess.run(["diff", "-r", f"{folder}/{language}-once", asked], capture_output=True, text=True).stdout
    say(f"{language}: a second import changes nothing", (said if code else "") + changed[:400])
    code, _, said = run("collect", asked, "-o", f"{folder}/{language}-forms")
    code, _, said = run("import", asked, *[f"{at}/{n}" for at, _, files in os.walk(f"{folder}/{language}-forms") for n in files])
    changed = subprocess.run(["diff", "-r", f"{folder}/{language}-once", asked], capture_output=True, text=True).stdout
    say(f"{language}: forms made again hold what was answered", (said if code else "") + changed[:400])


if __name__ == "__main__":
    PROGRAM, place = sys.argv[1:3]
    with Office() as office:
        for language in ("fr", "en"):
            trip(office, place, language)
    sys.exit(failed)
