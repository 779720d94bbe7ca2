"""Where scans come from: runs of pages of exported PDFs that hold complete forms whose truth is known."""
import json
import re
import subprocess
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

LEFT_OUT = {"scanned", "bad-input", "rotated", "sideways", "stamp", "watermark", "encrypted", "owner-password"}
KEPT_TRAITS = {"ruled", "borderless", "horizontal-rules", "dashed", "dotted", "double", "filled-header", "narrow-wraps",
               "landscape", "two-per-page", "continued", "vertical-labels"}


@dataclass
class Unit:
    """One to three pages as a PDF of their own, with the names of the forms on them."""

    name: str
    family: str
    pdf: Path
    pages: int
    forms: list
    truth: list
    traits: list


def load(text):
    return json.loads(text, parse_float=Decimal)


def converted(program, folder, out):
    """What the program reads from a folder of PDFs: {file name: [form with its rows]}."""
    subprocess.run([program, "convert", str(folder), "--out", str(out), "--quiet"], check=False)
    files, by_id = {}, {}
    for line in (out / "forms.jsonl").read_text(encoding="utf-8").splitlines():
        form = load(line)
        form["indicators"] = []
        by_id[form["form_id"]] = form
        files.setdefault(Path(form["source"]["file"]).name, []).append(form)
    for line in (out / "indicators.jsonl").read_text(encoding="utf-8").splitlines():
        row = load(line)
        by_id[row["form_id"]]["indicators"].append(row)
    return files


def agrees(truth, found):
    """Whether everything the truth says is in what was found; white space is ignored."""
    if isinstance(truth, dict):
        return isinstance(found, dict) and all(agrees(truth[key], found.get(key)) for key in truth)
    if isinstance(truth, list):
        return isinstance(found, list) and len(truth) == len(found) and all(map(agrees, truth, found))
    if isinstance(truth, str):
        return isinstance(found, str) and re.sub(r"\s", "", truth) == re.sub(r"\s", "", found)
    return truth == found


def page_groups(forms):
    """Forms that share pages, together: [(pages, positions of the forms)]."""
    groups = []
    for position, form in enumerate(forms):
        pages = set(form["pages"])
        if groups and groups[-1][0] & pages:
            groups[-1][0].update(pages)
            groups[-1][1].append(position)
        else:
            groups.append((pages, [position]))
    return groups


def units(program, folders, work, most_pages=3):
    """All usable units, in a fixed order.

    A unit is kept only if the program reads exactly its truth from the exported pages: what a scan then lacks was lost
    by reading the picture.
    """
    truths, candidates = {}, []
    cut = work / "units"
    cut.mkdir(parents=True, exist_ok=True)
    for folder in folders:
        for path in sorted((folder / "truth").glob("*.json")):
            truths[path.name] = (path, load(path.read_text(encoding="utf-8")))
        found = converted(program, folder, work / f"read-{folder.name}")
        for entry in json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["documents"]:
            forms = found.get(entry["file"], [])
            if not entry["forms"] or LEFT_OUT & set(entry["traits"]) or len(forms) != len(entry["forms"]):
                continue
            for pages, positions in page_groups(forms):
                if len(pages) > most_pages:
                    continue
                first, last = min(pages), max(pages)
                stem = entry["file"].removesuffix(".pdf")
                name = stem if len(positions) == len(forms) else f"{stem}.p{first}"
                pdf = cut / f"{name}.pdf"
                command = ["qpdf", str(folder / entry["file"]), "--pages", ".", f"{first}-{last}", "--", str(pdf)]
                subprocess.run(command, check=True)
                names = [entry["forms"][position] for position in positions]
                traits = [t for t in entry["traits"] if t in KEPT_TRAITS or t.startswith("layout:")]
                candidates.append(
                    Unit(name, family(entry), pdf, last - first + 1, names, entry["truth"], traits)
                )
    found = converted(program, cut, work / "read-units")
    return [unit for unit in candidates if exact(unit, found.get(unit.pdf.name, []), truths)], truths


def family(entry):
    """What makes two units alike: their layout."""
    layouts = [trait for trait in entry["traits"] if trait.startswith("layout:")]
    return layouts[0] if layouts else entry["truth"][0]


def exact(unit, forms, truths):
    if len(forms) != len(unit.forms):
        return False
    for name, form in zip(unit.forms, forms):
        document, number = name.split("#")
        if not agrees(truths[document + ".json"][1]["forms"][int(number) - 1], form):
            return False
    return True
