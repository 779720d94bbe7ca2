"""Exported PDFs whose text cannot be read from the file: the fonts' ToUnicode maps are taken away or lead nowhere."""
import re
import subprocess
import tempfile

TARGET = re.compile(rb"(<[0-9A-Fa-f]+>\s*(?:<[0-9A-Fa-f]+>\s*)?)<([0-9A-Fa-f]{4,})>")


def private_map(match):
    """A ToUnicode stream with every target moved into the private use area."""

    def section(found):
        head, body, tail = found.groups()
        ranged = b"bfrange" in head

        def moved(line):
            codes = re.findall(rb"<[0-9A-Fa-f]+>", line.group())
            last = int(codes[-1][1:-1][:4], 16)
            codes[-1] = b"<%04X>" % (0xE000 + last % 0x1800)
            return b" ".join(codes)

        pattern = rb"(?:<[0-9A-Fa-f]+>\s*){3}" if ranged else rb"(?:<[0-9A-Fa-f]+>\s*){2}"
        # Lists of targets in square brackets become plain single targets of the private use area.
        body = re.sub(rb"\[[^\]]*\]", b"<E000>", body)
        return head + re.sub(pattern, lambda m: moved(m) + b"\n", body) + tail

    return re.sub(rb"(beginbf(?:char|range))(.*?)(endbf(?:char|range))", section, match.group(), flags=re.S)


def break_fonts(source, target, how):
    """Writes `source` to `target` with broken text; how: "stripped" or "private-use"."""
    expanded = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(source), "-"], capture_output=True, check=True
    ).stdout
    if how == "stripped":
        changed = re.sub(rb"/ToUnicode \d+ 0 R", b"", expanded)
    else:
        changed = re.sub(rb"begincmap.*?endcmap", private_map, expanded, flags=re.S)
    mended = subprocess.run(["fix-qdf"], input=changed, capture_output=True, check=True).stdout
    with tempfile.NamedTemporaryFile(suffix=".pdf") as plain:
        plain.write(mended)
        plain.flush()
        # The identifier comes from the content, so that the same input gives the same file.
        command = ["qpdf", "--deterministic-id", "--object-streams=generate", plain.name, str(target)]
        if subprocess.run(command, capture_output=True).returncode not in (0, 3):
            raise SystemExit(f"qpdf cannot rewrite {source}.")
