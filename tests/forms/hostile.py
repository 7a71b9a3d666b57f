#!/usr/bin/python3
"""Files that are no sound workbook: hostile.py NAME FILE, or hostile.py FOLDER for all of them (NAME.xlsx)."""
import io
import os
import struct
import sys
import zipfile
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import xlsx  # noqa: E402

FORM = """== Start
kompass:about\tkey\tvalue
\tunit.name\tProvstad
\tyear\t2024
== Område 1
kompass:answers\tid\tvalue
\t1.1\tFinns
== kompass
@form rubric=provmall
"""
MAIN = f'<worksheet xmlns="{xlsx.MAIN}"><sheetData>'
END = "</sheetData></worksheet>"
MEBI = 1024 * 1024


def sound(more=()):
    out = io.BytesIO()
    xlsx.write(xlsx.parse(FORM, "."), out, more)
    return out.getvalue()


def with_parts(pieces_of):
    """The form with another content in some parts, or with further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in pieces_of:
                new.writestr(info, old.read(info), zipfile.ZIP_DEFLATED)
        for name, pieces in pieces_of.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with new.open(info, "w", force_zip64=True) as part:
                for piece in pieces:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return out.getvalue()


def with_part(name, pieces):
    return with_parts({name: pieces})


SHEET = "xl/worksheets/sheet1.xml"


def sheet(*pieces):
    return with_part(SHEET, pieces)


def rows(count, cell):
    for first in range(1, count + 1, 1024):
        yield "".join(f'<row r="{i}" spans="1:9" ht="15">{cell}</row>' for i in range(first, min(first + 1024, count + 1)))


def large_sheets():
    """Each sheet is just small enough; together they are too much."""
    pieces = [MAIN, *rows(700000, ""), END]
    return with_parts({f"xl/worksheets/sheet{i}.xml": pieces for i in (1, 2, 3)})


def many_rows(table, row):
    """A form with more rows in one table than any has."""
    out = io.BytesIO()
    start, rest = FORM.split("== Område 1\n")
    body = f"== Område 1\n{table}\n" + "".join(row.replace("{}", str(i)) + "\n" for i in range(90000))
    xlsx.write(xlsx.parse(start + body + "== kompass\n@form rubric=provmall\n", "."), out)
    return out.getvalue()


def lying_sizes():
    """The bomb, but every size in the archive says 1000 bytes."""
    data = bytearray(sheet(MAIN, *[" " * MEBI] * 100, END))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as z:
        info = z.getinfo(SHEET)
    at = data.rfind(SHEET.encode()) - 46
    struct.pack_into("<I", data, at + 24, 1000)
    struct.pack_into("<I", data, info.header_offset + 22, 1000)
    return bytes(data)


def encrypted_part():
    data = bytearray(sound())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def wrong_checksum():
    data = bytearray(sound())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as z:
        info = z.getinfo("xl/workbook.xml")
        crc = zlib.crc32(z.read(info)) ^ 1
    struct.pack_into("<I", data, data.rfind(b"xl/workbook.xml") - 46 + 16, crc)
    struct.pack_into("<I", data, info.header_offset + 14, crc)
    return bytes(data)


def twice():
    out = io.BytesIO(sound())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("XL/Workbook.xml", "<workbook/>")
    return out.getvalue()


def many_parts():
    return sound([(f"xl/media/image{i}.png", b"") for i in range(5000)])


def archive(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, b"x")
    return out.getvalue()


OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' + MAIN + END
)
EXTERNAL = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + MAIN + (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>'
) + END

FILES = {
    "empty": lambda: b"",
    "old-excel": lambda: OLE + "Workbook".encode("utf-16-le") + bytes(512),
    "csv": lambda: "Nr;Fråga;Värde\n1.1;Finns en plan?;2\n".encode(),
    "pdf": lambda: b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n",
    "ods": lambda: archive("mimetype", "META-INF/manifest.xml", "content.xml"),
    "xlsb": lambda: archive("[Content_Types].xml", "_rels/.rels", "xl/workbook.bin"),
    "docx": lambda: archive("[Content_Types].xml", "word/document.xml"),
    "encrypted": lambda: OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512),
    "encrypted-part": encrypted_part,
    "macros": lambda: sound([("xl/vbaProject.bin", b"\x00")]),
    "macro-sheet": lambda: sound([("xl/macrosheets/sheet1.xml", b"<m/>")]),
    "truncated": lambda: sound()[:1500],
    "truncated-at-end": lambda: sound()[:-30],
    "wrong-checksum": wrong_checksum,
    "part-twice": twice,
    "part-missing": lambda: sound().replace(b"sheet1.xml", b"sheet9.xml"),
    "no-xml": lambda: sheet(MAIN, "<row><c></row>", END),
    "cell-twice": lambda: sheet(MAIN, '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', END),
    "cell-nowhere": lambda: sheet(MAIN, '<row r="1"><c r="A1048577"><v>1</v></c></row>', END),
    "string-nowhere": lambda: sheet(MAIN, '<row r="1"><c r="A1" t="s"><v>99999999999999999999</v></c></row>', END),
    "deep": lambda: sheet("<worksheet>" * 200),
    "doctype": lambda: sheet(LAUGHS),
    "external-entity": lambda: sheet(EXTERNAL),
    "bomb": lambda: sheet(MAIN, *[" " * MEBI] * 100, END),
    "bomb-lying": lying_sizes,
    "million-rows": lambda: sheet(MAIN, *rows(1048576, ""), END),
    "many-empty-rows": lambda: sheet(MAIN, *rows(500000, ""), END),
    "large-sheets": large_sheets,
    "many-answers": lambda: many_rows("kompass:answers\tid\tvalue", "\t1.1\tFinns"),
    "much-evidence": lambda: many_rows("kompass:evidence\tid\titem\tevidence.text", "\t1.1\t\ttext {}"),
    "many-evaluators": lambda: many_rows("kompass:evaluators\tslot\tevaluator", "\t#{}\tE{}"),
    "million-cells": lambda: sheet(MAIN, *rows(450000, "<c><v>1</v></c>"), END),
    "long-text": lambda: sheet(MAIN, '<row r="1"><c r="A1" t="inlineStr"><is><t>', *["x" * MEBI] * 40, "</t></is></c></row>", END),
    "long-tag": lambda: sheet('<worksheet a="', *["x" * MEBI] * 20, '"/>'),
    "many-parts": many_parts,
    "many-strings": lambda: with_part("xl/sharedStrings.xml", ["<sst>", *["<si/>" * MEBI] * 4, "</sst>"]),
}


def main():
    if len(sys.argv) == 3:
        with open(sys.argv[2], "wb") as f:
            f.write(FILES[sys.argv[1]]())
        return
    for name, make in FILES.items():
        with open(os.path.join(sys.argv[1], f"{name}.xlsx"), "wb") as f:
            f.write(make())


if __name__ == "__main__":
    main()
