"""xlsx_peer.py CELLS N FOLDER: N workbooks of the same cells, with the same table and chart, by Python's XlsxWriter."""
import sys

import xlsxwriter

LINES, COLUMNS = 14, 6
cells, folder = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")], sys.argv[3]
sheets = list(dict.fromkeys(c[0] for c in cells))
cells = [(c[0], int(c[1]), int(c[2]), float(c[4]) if c[3] == "n" else c[4]) for c in cells]
for number in range(int(sys.argv[2])):
    book = xlsxwriter.Workbook(f"{folder}/{number}.xlsx")
    bold, figure = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})
    made = {name: book.add_worksheet(name) for name in sheets}
    for sheet, row, column, value in cells:
        if isinstance(value, float):
            made[sheet].write_number(row, column, value + number, figure)
        else:
            made[sheet].write_string(row, column, value, bold if row < 4 else None)
    for sheet in made.values():
        sheet.set_column(0, 13, 16)
    name = sheets[1]
    made[name].add_table(3, 0, 3 + LINES, COLUMNS - 1)
    chart = book.add_chart({"type": "column"})
    for column in range(1, COLUMNS):
        chart.add_series({"categories": [name, 4, 0, 3 + LINES, 0], "values": [name, 4, column, 3 + LINES, column]})
    chart.set_title({"name": "Jeunes accompagnés"})
    made[name].insert_chart(5 + LINES, 0, chart)
    book.close()
