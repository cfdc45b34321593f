"""Compares workbooks as written with themselves computed again by LibreOffice, and checks types and package rules.
Prints one "ok" or "FAIL" line a workbook and check."""
import os
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
NUMBER_AS_TEXT = re.compile(r"^[-−+]?\d[\d \u00a0\u202f]*([.,]\d+)?([ \u00a0\u202f]?[%€])?$")


def differs(a, b):
    return abs(a - b) > 1e-9 * max(1e-9, abs(a), abs(b))


def recalculated(written, again):
    """Every formula's cached value is the one LibreOffice computes."""
    formulas = openpyxl.load_workbook(written)
    cached = openpyxl.load_workbook(written, data_only=True)
    fresh = openpyxl.load_workbook(again, data_only=True)
    count, wrong = 0, []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                was = cached[sheet.title][cell.coordinate].value
                now = fresh[sheet.title][cell.coordinate].value
                if not isinstance(was, (int, float)) or not isinstance(now, (int, float)) or differs(was, now):
                    wrong.append(f"{sheet.title}!{cell.coordinate} {cell.value[:120]}: written {was!r}, computed {now!r}")
    return count, wrong


def types(written):
    """No number stands as text in a column that holds numbers; nothing is an error; nothing an author wrote is a formula."""
    wrong = []
    for sheet in openpyxl.load_workbook(written, data_only=True):
        for column in sheet.iter_cols():
            numbers = sum(isinstance(c.value, (int, float)) for c in column)
            for cell in column:
                if cell.data_type == "e":
                    wrong.append(f"{sheet.title}!{cell.coordinate}: {cell.value}")
                if numbers and isinstance(cell.value, str) and NUMBER_AS_TEXT.match(cell.value) and cell.row > 4:
                    wrong.append(f"{sheet.title}!{cell.coordinate}: number as text {cell.value!r}")
    return wrong


def package(written):
    """What Excel refuses or repairs on opening."""
    wrong, archive = [], zipfile.ZipFile(written)
    names = archive.namelist()
    if len(names) != len({n.lower() for n in names}):
        wrong.append("two parts have one name")
    parts = {n: ElementTree.fromstring(archive.read(n)) for n in names if n.endswith((".xml", ".rels"))}
    for name, root in parts.items():
        if not name.endswith(".rels"):
            continue
        ids = [r.get("Id") for r in root]
        if len(ids) != len(set(ids)):
            wrong.append(f"{name}: an id stands twice")
        base = posixpath.dirname(posixpath.dirname(name))
        for r in root:
            target = r.get("Target")
            if r.get("TargetMode") == "External":
                if not re.match(r"^(https?://|mailto:)", target):
                    wrong.append(f"{name}: external target {target}")
            elif posixpath.normpath(posixpath.join(base, target)).lstrip("/") not in names and target.lstrip("/") not in names:
                wrong.append(f"{name}: no part {target}")
    book = parts["xl/workbook.xml"]
    titles = [s.get("name") for s in book.iter(MAIN + "sheet")]
    if len(titles) != len({t.lower() for t in titles}):
        wrong.append("two sheets have one name")
    for title in titles:
        if len(title.encode("utf-16-le")) // 2 > 31 or re.search(r"[\[\]:*?/\\]", title) or title[0] == "'" or title[-1] == "'":
            wrong.append(f"sheet name {title!r}")
    defined = [(d.get("name").lower(), d.get("localSheetId")) for d in book.iter(MAIN + "definedName")]
    if len(defined) != len(set(defined)):
        wrong.append("a name is defined twice")
    seen_ids, seen_names = set(), {n for n, _ in defined}
    for name, root in parts.items():
        if not name.startswith("xl/tables/"):
            continue
        if root.get("id") in seen_ids or root.get("displayName").lower() in seen_names:
            wrong.append(f"{name}: table id or name stands twice")
        seen_ids.add(root.get("id"))
        seen_names.add(root.get("displayName").lower())
        columns = [c.get("name") for c in root.iter(MAIN + "tableColumn")]
        if len({c.lower() for c in columns}) != len(columns) or "" in columns:
            wrong.append(f"{name}: column names {columns}")
    if any(n.startswith("xl/externalLinks") or "vba" in n.lower() for n in names):
        wrong.append("external links or macros")
    for sheet in openpyxl.load_workbook(written):
        taken = []
        for table in sheet.tables.values():
            header = [c.value for c in sheet[table.ref][0]]
            if header != [c.name for c in table.tableColumns]:
                wrong.append(f"{sheet.title}: header cells and table columns differ: {header}")
            if len(list(sheet[table.ref])) < 2:
                wrong.append(f"{sheet.title}: table without rows")
            taken.append(table.ref)
        if sheet.auto_filter.ref and taken:
            wrong.append(f"{sheet.title}: filter over a table")
        for merged in sheet.merged_cells.ranges:
            for ref in taken:
                if not merged.isdisjoint(openpyxl.worksheet.cell_range.CellRange(ref)):
                    wrong.append(f"{sheet.title}: merged cells in a table")
    return wrong


def main(written, again):
    files = sorted(os.listdir(written))
    total = failures = 0
    if not files:
        print("FAIL workbooks: none was written")
        return 1
    for file in files:
        path, computed = os.path.join(written, file), os.path.join(again, file)
        if not os.path.exists(computed):
            print(f"FAIL {file}: LibreOffice did not open it")
            failures += 1
            continue
        count, wrong = recalculated(path, computed)
        total += count
        for kind, found in (("recalculation", wrong), ("types", types(path)), ("package", package(path))):
            print(f"{'FAIL' if found else 'ok'} {file} {kind}" + "".join(f"\n  {w}" for w in found[:8]))
            failures += bool(found)
    print(f"{'ok' if total else 'FAIL'} {total} formulas in {len(files)} workbooks computed again")
    return failures > 0 or not total


sys.exit(main(*sys.argv[1:3]))
