"""recalculate.py FILE…: every formula's cached value is the one that LibreOffice computes, and none is an error. One
process of LibreOffice a core. Prints one "ok" or "FAIL" line a workbook and a count at the end."""
import multiprocessing
import os
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

from office import Office

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FORMULA, ERROR = 16, 4


def cached(path):
    """{sheet: {(row, column): (formula, value)}} as they stand in the file."""
    archive, found = zipfile.ZipFile(path), {}
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.get("Id"): posixpath.normpath(posixpath.join("xl", r.get("Target"))) for r in relations}
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(MAIN + "sheet"):
        cells = found[sheet.get("name")] = {}
        for cell in ElementTree.fromstring(archive.read(targets[sheet.get(ID)])).iter(MAIN + "c"):
            if cell.find(MAIN + "f") is None:
                continue
            letters, row = re.match(r"([A-Z]+)(\d+)$", cell.get("r")).groups()
            column = 0
            for letter in letters:
                column = column * 26 + ord(letter) - 64
            cells[int(row) - 1, column - 1] = cell.find(MAIN + "f").text, cell.findtext(MAIN + "v")
    return found


def differs(written, computed):
    try:
        written = float(written)
    except (TypeError, ValueError):
        return True
    return not isinstance(computed, float) or abs(written - computed) > 1e-9 * max(1e-9, abs(written), abs(computed))


def judge(office, path):
    book, count, wrong = office.open(path), 0, []
    book.calculateAll()
    for name, cells in cached(path).items():
        if not cells:
            continue
        sheet = book.Sheets.getByName(name)
        found = sum((r.EndRow - r.StartRow + 1) * (r.EndColumn - r.StartColumn + 1)
                    for r in sheet.queryContentCells(FORMULA).RangeAddresses)
        if found != len(cells):
            wrong.append(f"{name}: {len(cells)} formulas written, {found} read")
        for r in sheet.queryFormulaCells(ERROR).RangeAddresses:
            wrong.append(f"{name}: an error in row {r.StartRow + 1}, column {r.StartColumn + 1}")
        bottom, right = max(r for r, _ in cells), max(c for _, c in cells)
        values = sheet.getCellRangeByPosition(0, 0, right, bottom).getDataArray()
        for (row, column), (formula, value) in cells.items():
            count += 1
            if differs(value, values[row][column]):
                wrong.append(f"{name}, row {row + 1}, column {column + 1}: ={formula[:120]}: "
                             f"written {value!r}, computed {values[row][column]!r}")
    book.close(True)
    return count, wrong


def work(files):
    results = []
    with Office() as office:
        for path in files:
            try:
                results.append((path, *judge(office, path)))
            except Exception as problem:
                results.append((path, 0, [f"{type(problem).__name__}: {problem}"]))
    return results


def main(files):
    if not files:
        print("FAIL recalculation: no workbook was written")
        return 1
    cores = min(os.cpu_count() or 1, len(files))
    with multiprocessing.Pool(cores) as pool:
        results = sum(pool.map(work, [files[i::cores] for i in range(cores)]), [])
    total = failures = 0
    for path, count, wrong in sorted(results):
        total += count
        failures += bool(wrong)
        print(f"{'FAIL' if wrong else 'ok'} {os.path.basename(path)} recalculation" + "".join(f"\n  {w}" for w in wrong[:8]))
    print(f"{'ok' if total else 'FAIL'} {total} formulas of {len(files)} workbooks computed again")
    return failures > 0 or not total


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
