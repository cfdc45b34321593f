"""form.py FORM OUT [SHEET!CELL=VALUE…] [SHEET=NEW NAME…]: a form with some cells typed over, as a spreadsheet would
save them; a number is a number, an empty value empties the cell, #… is an error. form.py FORM find SHEET CODE [CATEGORY]:
the row of an indicator."""
import re
import sys
import zipfile
from xml.etree import ElementTree as E

M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
E.register_namespace("", M)
E.register_namespace("r", R)
q = lambda name: f"{{{M}}}{name}"


def column(letters):
    n = 0
    for c in letters:
        n = n * 26 + ord(c) - 64
    return n


def cell_at(root, place):
    letters, row = re.match(r"([A-Z]+)(\d+)$", place).groups()
    data = root.find(q("sheetData"))
    line = next((r for r in data if r.get("r") == row), None)
    if line is None:
        line = E.Element(q("row"), {"r": row})
        data.insert(next((i for i, r in enumerate(data) if int(r.get("r")) > int(row)), len(data)), line)
    found = next((c for c in line if c.get("r") == place), None)
    if found is None:
        found = E.Element(q("c"), {"r": place})
        at = next((i for i, c in enumerate(line) if column(re.match("[A-Z]+", c.get("r"))[0]) > column(letters)), len(line))
        line.insert(at, found)
    return found


def put(cell, value):
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    if not value:
        return
    if re.fullmatch(r"-?\d+(\.\d+)?", value) or value.startswith("#"):
        E.SubElement(cell, q("v")).text = value
        if value.startswith("#"):
            cell.set("t", "e")
    else:
        cell.set("t", "inlineStr")
        E.SubElement(E.SubElement(cell, q("is")), q("t")).text = value.replace("\\n", "\n")


archive = zipfile.ZipFile(sys.argv[1])
parts = {n: archive.read(n) for n in archive.namelist()}
book = E.fromstring(parts["xl/workbook.xml"])
targets = {r.get("Id"): "xl/" + r.get("Target") for r in E.fromstring(parts["xl/_rels/workbook.xml.rels"])}
sheets = {s.get("name"): targets[s.get(f"{{{R}}}id")] for s in book.iter(q("sheet"))}
if sys.argv[2] == "find":
    strings = ["".join(si.itertext()) for si in E.fromstring(parts["xl/sharedStrings.xml"])]
    for row in E.fromstring(parts[sheets[sys.argv[3]]]).iter(q("row")):
        texts = {re.match("[A-Z]+", c.get("r"))[0]: strings[int(c.find(q("v")).text)] for c in row if c.get("t") == "s"}
        if texts.get("M") == sys.argv[4] and texts.get("O", "") == "".join(sys.argv[5:6]):
            print(row.get("r"))
    sys.exit()
roots = {}
for change in sys.argv[3:]:
    place, value = change.split("=", 1)
    if "!" in place:
        sheet, cell = place.split("!")
        put(cell_at(roots.setdefault(sheets[sheet], E.fromstring(parts[sheets[sheet]])), cell), value)
    else:
        next(s for s in book.iter(q("sheet")) if s.get("name") == place).set("name", value)
        roots["xl/workbook.xml"] = book
out = zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED)
for name, content in parts.items():
    out.writestr(name, E.tostring(roots[name], "UTF-8") if name in roots else content)
out.close()
