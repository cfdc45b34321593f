"""check.py FILE…: what Excel refuses or repairs on opening, looked for in the parts themselves, and the types of cells
as openpyxl reads them. Prints one "ok" or "FAIL" line a workbook and check."""
import multiprocessing
import os
import posixpath
import re
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import range_boundaries

NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
      "d": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"}
M, R = "{%s}" % NS["m"], "{%s}" % NS["r"]
ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags
drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst""".split()
NUMBER_AS_TEXT = re.compile(r"^[-−+]?\d[\d \u00a0\u202f]*([.,]\d+)?([ \u00a0\u202f]?[%€])?$")
CELL_NAME = re.compile(r"^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*|[RrCc])$")


def units(text):
    return len((text or "").encode("utf-16-le")) // 2


def twice(items):
    seen = set()
    return [i for i in items if i in seen or seen.add(i)]


def meets(a, b):
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


class Package:
    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.names = self.archive.namelist()
        self.parts = {n: ElementTree.fromstring(self.archive.read(n)) for n in self.names if n.endswith((".xml", ".rels"))}
        self.book = self.parts["xl/workbook.xml"]
        self.sheets = {}
        targets = self.relations("xl/workbook.xml")
        for sheet in self.book.iter(M + "sheet"):
            self.sheets[sheet.get("name")] = targets[sheet.get(R + "id")][0]
        strings = self.parts.get("xl/sharedStrings.xml")
        self.strings = ["".join(t.text or "" for t in si.iter(M + "t")) for si in strings.iter(M + "si")] if strings is not None else []
        self.used = 0

    def relations(self, part):
        folder, name = posixpath.split(part)
        root = self.parts.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
        found = {}
        for r in root if root is not None else []:
            target = r.get("Target")
            inside = r.get("TargetMode") != "External"
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[r.get("Id")] = (path if inside else target, inside, r.get("Type"))
        return found


def archive_rules(p):
    for name in twice([n.lower() for n in p.names]):
        yield f"two parts are named {name}"
    if p.archive.testzip():
        yield f"{p.archive.testzip()} is damaged"
    types = p.parts["[Content_Types].xml"]
    overrides = [o.get("PartName") for o in types if o.tag.endswith("Override")]
    defaults = {d.get("Extension").lower() for d in types if d.tag.endswith("Default")}
    for name in twice(overrides) + [o for o in overrides if o.lstrip("/") not in p.names]:
        yield f"content type of {name}: twice, or of no part"
    for name in p.names:
        if "/" + name not in overrides and name.rsplit(".", 1)[-1].lower() not in defaults:
            yield f"{name} has no content type"
        if name.endswith(".rels"):
            folder, base = posixpath.split(name)
            part = posixpath.join(posixpath.dirname(folder), base[:-5])
            for id_ in twice([r.get("Id") for r in p.parts[name]]):
                yield f"{name}: the id {id_} stands twice"
            for target, inside, _ in p.relations(part).values():
                if inside and target not in p.names:
                    yield f"{name}: no part {target}"
                if not inside and not re.match(r"^(https?://|mailto:)", target):
                    yield f"{name}: external target {target}"
    if any(n.startswith("xl/externalLinks") or "vba" in n.lower() for n in p.names):
        yield "external links or macros"


def book_rules(p):
    titles = [s.get("name") for s in p.book.iter(M + "sheet")]
    for attribute in ("sheetId", R + "id"):
        for value in twice([s.get(attribute) for s in p.book.iter(M + "sheet")]):
            yield f"two sheets have the id {value}"
    for title in twice([t.lower() for t in titles]):
        yield f"two sheets are named {title}"
    for title in titles:
        if not title or units(title) > 31 or re.search(r"[\[\]:*?/\\]", title) or title.strip("'") != title or title.lower() == "history":
            yield f"sheet name {title!r}"
    defined = [(d.get("name").lower(), d.get("localSheetId")) for d in p.book.iter(M + "definedName")]
    for name in twice(defined):
        yield f"{name} is defined twice"
    for d in p.book.iter(M + "definedName"):
        name = d.get("name")
        if not name.startswith("_xlnm.") and (not re.match(r"^[A-Za-z_\\][\w.\\]*$", name) or units(name) > 255 or CELL_NAME.match(name)):
            yield f"defined name {name!r}"
        for sheet in re.findall(r"'((?:[^']|'')+)'!|(?:^|,)([\w.]+)!", d.text or ""):
            if "".join(sheet).replace("''", "'") not in p.sheets:
                yield f"{name} refers to a sheet that is not there: {d.text}"
        if "#REF!" in (d.text or "") or "[" in (d.text or ""):
            yield f"{name} refers to nothing: {d.text}"


def style_rules(p):
    styles = p.parts["xl/styles.xml"]
    for name in ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
        group = styles.find(M + name)
        if group is not None and int(group.get("count", len(group))) != len(group):
            yield f"styles: {name} counts {group.get('count')}, holds {len(group)}"
    formats = [f.get("numFmtId") for f in styles.iter(M + "numFmt")]
    if twice(formats):
        yield f"styles: a number format's id stands twice: {twice(formats)}"
    for f in styles.iter(M + "numFmt"):
        if units(f.get("formatCode")) > 255:
            yield f"styles: format {f.get('formatCode')!r} is too long"
    for xf in styles.find(M + "cellXfs"):
        for attribute, group in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            if int(xf.get(attribute, 0)) >= len(styles.find(M + group)):
                yield f"styles: {attribute} {xf.get(attribute)} is not there"


def string_rules(p):
    root = p.parts.get("xl/sharedStrings.xml")
    if root is None:
        return
    if int(root.get("uniqueCount")) != len(p.strings) or int(root.get("count")) != p.used:
        yield f"shared strings: {root.get('count')} and {root.get('uniqueCount')} said, {p.used} and {len(p.strings)} there"
    for text in p.strings:
        if units(text) > 32767:
            yield f"a text of {units(text)} signs: {text[:40]!r}"


def cell_rules(p, title, root):
    styles, last_row, strings = len(p.parts["xl/styles.xml"].find(M + "cellXfs")), 0, 0
    for row in root.find(M + "sheetData"):
        number, last = int(row.get("r")), 0
        if number <= last_row or number > 1048576 or float(row.get("ht", 0)) > 409:
            yield f"{title}: row {number} is out of order or too high"
        last_row = number
        for cell in row:
            column = range_boundaries(cell.get("r"))[0]
            value, kind = cell.findtext(M + "v"), cell.get("t", "n")
            if column <= last or column > 16384 or int(cell.get("s", 0)) >= styles:
                yield f"{title}!{cell.get('r')}: out of order, or a style that is not there"
            last = column
            if kind == "s":
                strings += 1
                if int(value) >= len(p.strings):
                    yield f"{title}!{cell.get('r')}: no string {value}"
            elif kind == "n" and value is not None and not re.match(r"^-?\d+(\.\d+)?([eE][-+]?\d+)?$", value):
                yield f"{title}!{cell.get('r')}: the number {value!r}"
            formula = cell.findtext(M + "f")
            if formula is not None and (units(formula) > 8192 or value in (None, "") or "[" in formula):
                yield f"{title}!{cell.get('r')}: a formula too long, without its value, or to another file"
    p.used += strings


def sheet_rules(p, title, part):
    root = p.parts[part]
    at = [ORDER.index(child.tag[len(M):]) for child in root]
    if at != sorted(at):
        yield f"{title}: parts of the sheet out of order"
    yield from cell_rules(p, title, root)
    columns = sorted((int(c.get("min")), int(c.get("max")), float(c.get("width"))) for c in root.iter(M + "col"))
    if any(low > high or width > 255 for low, high, width in columns) or any(a[1] >= b[0] for a, b in zip(columns, columns[1:])):
        yield f"{title}: widths of columns overlap"
    merged = [range_boundaries(m.get("ref")) for m in root.iter(M + "mergeCell")]
    if any(meets(a, b) for i, a in enumerate(merged) for b in merged[:i]):
        yield f"{title}: merged cells overlap"
    for head in root.iter(M + "headerFooter"):
        for child in head:
            if units(child.text) > 255:
                yield f"{title}: {child.tag[len(M):]} has {units(child.text)} signs"
    yield from entry_rules(title, root)
    yield from format_rules(p, title, root)
    yield from link_rules(p, title, root, part)
    yield from table_rules(p, title, root, part, merged)
    yield from drawing_rules(p, title, root, part)


def entry_rules(title, root):
    for group in root.iter(M + "dataValidations"):
        if int(group.get("count")) != len(group):
            yield f"{title}: data validations counted wrong"
        for v in group:
            range_boundaries(v.get("sqref").split()[0])
            first = v.findtext(M + "formula1") or ""
            if v.get("type") == "list" and first.startswith('"') and units(first) - 2 > 255:
                yield f"{title}: a list of {units(first)} signs at {v.get('sqref')}"
            for name, most in (("promptTitle", 32), ("errorTitle", 32), ("prompt", 255), ("error", 255)):
                if units(v.get(name)) > most:
                    yield f"{title}: {name} of {units(v.get(name))} signs at {v.get('sqref')}"


def format_rules(p, title, root):
    formats, priorities = p.parts["xl/styles.xml"].find(M + "dxfs"), []
    for group in root.iter(M + "conditionalFormatting"):
        for reference in group.get("sqref").split():
            range_boundaries(reference)
        for rule in group.iter(M + "cfRule"):
            priorities.append(rule.get("priority"))
            if rule.get("dxfId") is not None and int(rule.get("dxfId")) >= len(formats):
                yield f"{title}: a conditional format {rule.get('dxfId')} that is not there"
    if twice(priorities):
        yield f"{title}: priorities of conditional formats stand twice"


def link_rules(p, title, root, part):
    links, relations = list(root.iter(M + "hyperlink")), p.relations(part)
    if len(links) > 65530:
        yield f"{title}: {len(links)} links"
    for link in links:
        if link.get(R + "id") and link.get(R + "id") not in relations:
            yield f"{title}: a link without its target at {link.get('ref')}"
        target = re.match(r"'((?:[^']|'')+)'!|([^!']+)!", link.get("location") or "")
        if not link.get(R + "id") and (not target or (target[1] or target[2]).replace("''", "'") not in p.sheets):
            yield f"{title}: a link to no sheet: {link.get('location')}"
        if units(link.get("tooltip")) > 255 or units(link.get("location")) > 2079:
            yield f"{title}: a link too long at {link.get('ref')}"


def table_rules(p, title, root, part, merged):
    cells = {c.get("r"): c for c in root.iter(M + "c")}
    ranges, relations = [], p.relations(part)
    counted = root.find(M + "tableParts")
    if counted is not None and int(counted.get("count")) != len(counted):
        yield f"{title}: tables counted wrong"
    for reference in root.iter(M + "tablePart"):
        table = p.parts[relations[reference.get(R + "id")][0]]
        left, top, right, bottom = box = range_boundaries(table.get("ref"))
        columns = list(table.iter(M + "tableColumn"))
        names = [c.get("name") for c in columns]
        header = []
        for column in range(left, right + 1):
            cell = cells.get(openpyxl.utils.get_column_letter(column) + str(top))
            header.append(p.strings[int(cell.findtext(M + "v"))] if cell is not None and cell.get("t") == "s" else None)
        if header != names or len(names) != right - left + 1:
            yield f"{title}: header cells {header} of a table whose columns are {names}"
        if twice([n.lower() for n in names]) or "" in names or any(units(n) > 255 for n in names):
            yield f"{title}: column names {names}"
        if twice([c.get("id") for c in columns]):
            yield f"{title}: ids of columns stand twice"
        if bottom <= top:
            yield f"{title}: a table without rows"
        if any(meets(box, other) for other in ranges + merged):
            yield f"{title}: a table over another, or over merged cells"
        own, whole = table.find(M + "autoFilter"), root.find(M + "autoFilter")
        if whole is not None and meets(box, range_boundaries(whole.get("ref"))):
            yield f"{title}: a filter over a table"
        if own is not None and range_boundaries(own.get("ref"))[:3] != box[:3]:
            yield f"{title}: the filter of a table is not over it"
        ranges.append(box)


def table_names(p):
    tables = [root for name, root in p.parts.items() if name.startswith("xl/tables/")]
    names = [t.get("displayName").lower() for t in tables]
    for value in twice([t.get("id") for t in tables]) + twice(names + [d.get("name").lower() for d in p.book.iter(M + "definedName")
                                                                       if d.get("localSheetId") is None]):
        yield f"the id or name {value} of a table stands twice"
    for table in tables:
        if not re.match(r"^[A-Za-z_\\][\w.\\]*$", table.get("displayName")) or CELL_NAME.match(table.get("displayName")):
            yield f"table name {table.get('displayName')!r}"


def drawing_rules(p, title, root, part):
    for reference in root.iter(M + "drawing"):
        path = p.relations(part)[reference.get(R + "id")][0]
        drawing, relations = p.parts[path], p.relations(path)
        shapes = list(drawing.iter("{%s}cNvPr" % NS["d"]))
        if twice([s.get("id") for s in shapes]) or twice([s.get("name") for s in shapes]):
            yield f"{title}: ids or names of drawings stand twice"
        for shape in shapes:
            if not shape.get("descr"):
                yield f"{title}: {shape.get('name')} has no alternative text"
        for chart in drawing.iter("{%s}chart" % NS["c"]):
            yield from chart_rules(p, title, p.parts[relations[chart.get(R + "id")][0]])


def chart_rules(p, title, chart):
    axes = [a.get("val") for kind in ("catAx", "valAx", "dateAx") for x in chart.iter("{%s}%s" % (NS["c"], kind))
            for a in x.findall("c:axId", NS)]
    used = {a.get("val") for a in chart.find(".//c:plotArea", NS).iter("{%s}axId" % NS["c"])}
    if twice(axes) or used != set(axes):
        yield f"{title}: axes of a chart: {axes}"
    if chart.find("c:chart/c:title", NS) is None:
        yield f"{title}: a chart without a title"
    for series in chart.iter("{%s}ser" % NS["c"]):
        for reference in series.iter("{%s}f" % NS["c"]):
            target = re.match(r"'?((?:[^'!]|'')+)'?!", reference.text)
            if not target or target[1].replace("''", "'") not in p.sheets:
                yield f"{title}: a chart of nothing: {reference.text}"
        for cache in series.iter("{%s}numCache" % NS["c"]):
            if int(cache.find("c:ptCount", NS).get("val")) < len(cache.findall("c:pt", NS)):
                yield f"{title}: points of a chart counted wrong"


def package(path):
    p = Package(path)
    wrong = [*archive_rules(p), *book_rules(p), *style_rules(p), *table_names(p)]
    for title, part in p.sheets.items():
        wrong += sheet_rules(p, title, part)
    return wrong + list(string_rules(p))


def types(path):
    """No number stands as text in a column that holds numbers; nothing is an error."""
    wrong = []
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book:
        for column in sheet.iter_cols():
            numbers = sum(isinstance(c.value, (int, float)) for c in column)
            for cell in column:
                if cell.data_type == "e":
                    wrong.append(f"{sheet.title}!{cell.coordinate}: {cell.value}")
                if numbers and isinstance(cell.value, str) and NUMBER_AS_TEXT.match(cell.value) and cell.row > 4:
                    wrong.append(f"{sheet.title}!{cell.coordinate}: number as text {cell.value!r}")
    return wrong


def judge(path):
    lines = []
    for kind in (types, package):
        try:
            wrong = kind(path)
        except Exception as problem:
            wrong = [f"{type(problem).__name__}: {problem}"]
        lines.append((bool(wrong), f"{'FAIL' if wrong else 'ok'} {os.path.basename(path)} {kind.__name__}"
                      + "".join(f"\n  {w}" for w in wrong[:8])))
    return lines


def main(files):
    with multiprocessing.Pool() as pool:
        results = [line for lines in pool.map(judge, sorted(files), 8) for line in lines]
    print("\n".join(line for _, line in results))
    return not results or any(failed for failed, _ in results)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
