"""What the organisation kept on paper: its log as people really write one, its case sheet, its counts of calls."""

import csv
import io
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import xlsxwriter

from rebond.drill.plan import Plan, read_toml

FIELDS = ("hour", "what", "who", "channel", "lang", "kind", "drafted", "remark")
WIDTHS = (16, 14, 70, 22, 14, 14, 22, 10, 18)
KEPT_ON = datetime(2025, 11, 21)  # date written inside the workbooks, so that equal plans give equal files


def log_workbook(plan: Plan) -> bytes:
    """XLSX: a title, a note, the day merged over its acts, hours as people say them, two confirmations at the foot."""
    kept = read_toml(plan.folder, "journal")
    out, book, page = _workbook(kept["sheet"])
    bold = book.add_format({"bold": True, "font_size": 13})
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8ECEF", "text_wrap": True})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    page.write(0, 0, kept["title"], bold)
    page.write(1, 0, kept["note"])
    page.write_row(3, 0, kept["columns"], head)
    line = 4
    for block in _blocks(kept["row"]):
        _days(page, line, block, cell)
        for row in block:
            page.write_row(line, 1, [row.get(field, "") for field in FIELDS], cell)
            line += 1
    for n, text in enumerate(kept["confirmed"]):
        page.write(line + 1 + n, 0, text)
    book.close()
    return out.getvalue()


def _blocks(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Rows by day: a row that names a day starts a new block."""
    blocks: list[list[dict[str, Any]]] = []
    for row in rows:
        if "day" in row:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _days(page: Any, line: int, block: list[dict[str, Any]], cell: Any) -> None:
    if len(block) > 1:
        page.merge_range(line, 0, line + len(block) - 1, 0, block[0]["day"], cell)
    else:
        page.write(line, 0, block[0]["day"], cell)


def sheet_workbook(plan: Plan) -> bytes:
    """XLSX: the case sheet, a question and its answer on each row."""
    kept = read_toml(plan.folder, "sheet")
    out, book, page = _workbook("Fiche")
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8ECEF"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 34)
    page.set_column(1, 1, 80)
    page.write_row(0, 0, kept["columns"], head)
    for line, answer in enumerate(kept["answers"], start=1):
        page.write_row(line, 0, answer, cell)
    book.close()
    return out.getvalue()


def series_table(plan: Plan, seed: int) -> bytes:
    """CSV: calls and departures of each day, the telephone's own rhythm, with semicolons."""
    kept, random = read_toml(plan.folder, "sheet")["series"], Random(seed)  # noqa: S311 – drawn for show
    out = io.StringIO(newline="")
    write = csv.writer(out, delimiter=";", lineterminator="\n")
    write.writerow(kept["columns"])
    day: date = kept["starts"]
    while day <= kept["ends"]:
        usual = kept["weekend"] if day.weekday() >= 5 else kept["weekday"]
        drawn = max(0, round(random.gauss(usual, usual**0.5)))
        left = int(random.random() < kept["departures_a_week"] / 7)
        write.writerow([day.isoformat(), *kept["days"].get(day.isoformat(), (drawn, left))])
        day += timedelta(days=1)
    return out.getvalue().encode("utf-8-sig")


def _workbook(title: str) -> tuple[io.BytesIO, xlsxwriter.Workbook, Any]:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": KEPT_ON})
    return out, book, book.add_worksheet(title)
