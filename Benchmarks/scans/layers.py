"""Text invisible behind a picture (good, shifted, garbled, of another page) and typed text on a mixed page."""
import html
import re
import subprocess

import numpy as np

from geometry import mapped

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


def words_of(pdf):
    """The words of each page of an exported PDF: [(text, left, top, right, bottom)] in points."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
    pages = done.stdout.split("<page ")[1:]
    return [[(html.unescape(m[4]), *map(float, m[:4])) for m in WORD.findall(page)] for page in pages]


def mojibake(text):
    """GBK bytes taken for Latin-1, as by software that knows no Chinese."""
    return text.encode("gbk", errors="replace").decode("latin-1")


def other_characters(text, rng):
    """Every Chinese character replaced by any other common one, every digit by any digit."""

    def other(character):
        if "\u4e00" <= character <= "\u9fff":
            return bytes([int(rng.integers(0xB0, 0xD7)), int(rng.integers(0xA1, 0xFE))]).decode("gbk")
        return str(rng.integers(10)) if character.isdigit() else character

    return "".join(map(other, text))


def rows_joined(words):
    """Words on one height as one long string without spaces, over all columns."""
    rows = []
    for word in sorted(words, key=lambda w: (w[2] + w[4], w[1])):
        if rows and abs(rows[-1][-1][2] + rows[-1][-1][4] - word[2] - word[4]) < 6:
            rows[-1].append(word)
        else:
            rows.append([word])
    joined = []
    for row in rows:
        row.sort(key=lambda w: w[1])
        text = "".join(w[0] for w in row)
        joined.append((text, row[0][1], min(w[2] for w in row), max(w[3] for w in row), max(w[4] for w in row)))
    return joined


def single_characters(words):
    """Each character on its own, as some engines write them."""
    out = []
    for text, left, top, right, bottom in words:
        step = (right - left) / len(text)
        out += [(c, left + i * step, top, left + (i + 1) * step, bottom) for i, c in enumerate(text)]
    return out


def layer_words(kind, words, others, rng):
    """The words of a layer of the given kind; others: the words of some other page."""
    if kind == "shifted":
        across, down = rng.uniform(20, 40, 2) * rng.choice([-1, 1], 2)
        return [(t, a + across, b + down, c + across, d + down) for t, a, b, c, d in words]
    if kind == "mojibake":
        return [(mojibake(t), *box) for t, *box in words]
    if kind == "random-cjk":
        return [(other_characters(t, rng), *box) for t, *box in words]
    if kind == "half-garbled":
        return [(mojibake(t) if rng.random() < 0.5 else t, *box) for t, *box in words]
    if kind == "other-page":
        return others
    if kind == "no-spaces":
        return rows_joined(words)
    if kind == "single-characters":
        return single_characters(words)
    assert kind == "good", kind
    return words


def hidden_text(words, to_page):
    """Content operators for invisible words.

    to_page: a function from points of the exported page (n x 2, origin left top) to points of the new page in PDF's
    own axes; a turned or skewed picture turns its text with it.
    """
    lines = ["BT 3 Tr"]
    for text, left, top, right, bottom in words:
        text = "".join(c for c in text if ord(c) < 0x10000)
        if not text or right <= left or bottom <= top:
            continue
        base = bottom - 0.2 * (bottom - top)
        start, end, up = to_page([(left, base), (right, base), (left, base - (bottom - top))])
        size = max(0.5, float(np.hypot(*(up - start))))
        length = float(np.hypot(*(end - start)))
        cosine, sine = (end - start) / length
        stretch = 100 * length / (size * len(text))
        codes = text.encode("utf-16-be").hex().upper()
        place = f"{cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {start[0]:.2f} {start[1]:.2f} Tm"
        lines.append(f"/F1 {size:.2f} Tf {stretch:.2f} Tz {place} <{codes}> Tj")
    return "\n".join(lines + ["ET"])


def typed_text(size, number, pages, scale):
    """A page number and a head line as real text, typed over the scanned picture; scale: page points a true point."""
    width, height = size
    head = f"附件{number}".encode("utf-16-be").hex().upper()
    foot = f"第 {number} 页 共 {pages} 页".encode("utf-16-be").hex().upper()
    return (
        f"BT 0 Tr /F3 {9 * scale:.1f} Tf 1 0 0 1 {36 * scale:.1f} {height - 22 * scale:.1f} Tm <{head}> Tj ET\n"
        f"BT 0 Tr /F3 {9 * scale:.1f} Tf 1 0 0 1 {width / 2 - 40 * scale:.1f} {14 * scale:.1f} Tm <{foot}> Tj ET"
    )


def placer(sheet, dpi, size):
    """The `to_page` of `hidden_text` for a sheet that covers a page of `size` points."""

    def to_page(points):
        pixels = mapped(sheet.matrix, np.asarray(points) * dpi / 72)
        share = pixels / [sheet.width, sheet.height]
        return np.c_[share[:, 0] * size[0], (1 - share[:, 1]) * size[1]]

    return to_page
