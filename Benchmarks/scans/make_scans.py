#!/usr/bin/python3
"""Makes scans with known truth from exported PDFs: pictures of their pages, spoiled in many ways.

  Benchmarks/scans/make_scans.py OUT [--set standard|small] [--seed N] [--only WORD] [--jobs N]
                                 [--program ZHIBIAO] [--sources FOLDER ...]

OUT gets the PDFs, manifest.json and truth/, in the form of corpus/. The same seed gives the same files with the same
versions of the tools and fonts. Needs Pillow, NumPy, poppler-utils, qpdf, fontconfig, a Chinese font and, for two
documents, tesseract with chi_sim.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zlib

import numpy as np
from PIL import Image

import brokenfonts
import geometry  # noqa: F401 (the steps register themselves)
import ink  # noqa: F401
import layers
import marks  # noqa: F401
import optics  # noqa: F401
import pdfwriter
import plans
import sources
from sheet import STEPS, Sheet

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE_SCALE = {"true": 72.0, "a3": 72.0 * 2**0.5}
Image.MAX_IMAGE_PIXELS = None


def rendered(pdf, dpi, colour):
    """The clean pages as pixels."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(dpi)] + ([] if colour else ["-gray"]) + [str(pdf), f"{folder}/page"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return [np.array(Image.open(path)) for path in sorted(pathlib.Path(folder).iterdir())]


def degraded(plan, unit, rng):
    """The pages of a unit after all steps of a plan."""
    clean = rendered(unit.pdf, plan.dpi, plan.colour)
    backs = [np.asarray(Image.fromarray(page).convert("L")) for page in clean]
    for pixels in clean:
        sheet = Sheet(pixels, plan.dpi, backs=backs)
        for name, parameters in plan.steps:
            STEPS[name](sheet, rng, **parameters)
        yield sheet


def write_scan(plan, unit, other, rng, target):
    """Writes the scan of a unit; other: a unit whose text serves as the layer of another page."""
    words = layers.words_of(unit.pdf) if plan.layer else []
    others = layers.words_of(other.pdf)[0] if plan.layer == "other-page" else []
    writer = pdfwriter.Writer()
    for number, sheet in enumerate(degraded(plan, unit, rng)):
        scale = 1.0 if plan.page_size == "pixels" else PAGE_SCALE[plan.page_size] / plan.dpi
        size = (sheet.width * scale, sheet.height * scale)
        turned = sum(parameters["degrees"] for name, parameters in plan.steps if name == "turn")
        text = ""
        if plan.layer and plan.layer != "tesseract":
            listed = layers.layer_words(plan.layer, words[number], others, rng)
            text = layers.hidden_text(listed, layers.placer(sheet, plan.dpi, size))
        if plan.typed:
            text = layers.typed_text(size, number + 1, unit.pages, scale * plan.dpi / 72)
        rotate = -turned % 360 if plan.upright else 0
        writer.page(sheet.pixels, sheet.bits, plan.encoding, size, plan.strips, rotate, text)
    writer.save(target)


def recognised(target, dpi, work):
    """Replaces the PDF by tesseract's own, with its text behind the same pictures."""
    subprocess.run(["pdfimages", "-all", str(target), str(work / "page")], check=True)
    parts = []
    for image in sorted(work.glob("page-*")):
        command = ["tesseract", str(image), str(image.with_suffix("")), "-l", "chi_sim+eng", "--dpi", str(dpi), "pdf"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        parts.append(str(image.with_suffix(".pdf")))
    command = ["qpdf", "--deterministic-id", "--empty", "--pages", *parts, "--", str(target)]
    subprocess.run(command, check=True)


def make(job):
    """Makes one document and returns its manifest entry."""
    plan, unit, other, seed, out = job
    rng = np.random.default_rng([seed, zlib.crc32(plan.name.encode()), ord(plan.grade)])
    target = out / f"scan-{plan.grade}-{plan.name}.{unit.name}.pdf"
    if plan.fonts:
        brokenfonts.break_fonts(unit.pdf, target, plan.fonts)
    else:
        write_scan(plan, unit, other, rng, target)
        if plan.layer == "tesseract":
            with tempfile.TemporaryDirectory() as work:
                recognised(target, plan.dpi, pathlib.Path(work))
    return {
        "file": target.name,
        "expect": "ok",
        "truth": unit.truth,
        "forms": unit.forms,
        "producer": "make_scans",
        "traits": traits_of(plan, unit),
        "note": f"{unit.name}, seed {seed}; " + "; ".join(described(*done) for done in plan.steps),
    }


def described(name, parameters):
    """A step and its numbers, for the note of a document."""
    numbers = ((key, value) for key, value in parameters.items() if isinstance(value, (int, float)))
    return name + "".join(f" {key}={value:.3g}" for key, value in numbers)


def traits_of(plan, unit):
    traits = ["scanned", f"class-{plan.grade}", f"plan:{plan.grade}-{plan.name}"]
    if plan.fonts:
        return traits + ["broken-fonts", f"fonts:{plan.fonts}", *unit.traits]
    one_bit = any(name in ("otsu", "threshold", "dither") for name, _ in plan.steps)
    traits += [f"{plan.dpi}dpi", "1bit" if one_bit else "color" if plan.colour else "gray", plan.encoding[0]]
    everyday = {"paper", "blur", "gaussian_noise"}
    traits += [name.replace("_", "-") for name in dict.fromkeys(n for n, _ in plan.steps) if name not in everyday]
    turned = sum(parameters["degrees"] for name, parameters in plan.steps if name == "turn")
    if turned:
        traits.append("upside-down" if turned == 180 else "sideways")
        traits.append("rotate-entry" if plan.upright else "no-rotate-entry")
    if plan.layer:
        traits += ["layer", f"layer:{plan.layer}"]
    elif not plan.typed:
        traits.append("image-only")
    traits += [word for word, there in (("typed-over", plan.typed), ("strips", plan.strips > 1)) if there]
    if plan.page_size != "true":
        traits.append(f"size:{plan.page_size}")
    return traits + unit.traits


def chosen(plan_list, pool, rng):
    """A unit for each plan: every second one of a rarer layout, the least used forms first, harsh plans ruled only."""
    order = [pool[index] for index in rng.permutation(len(pool))]
    used = {}
    for number, plan in enumerate(plan_list):
        rare = number % 2 == 0
        fitting = [u for u in order if not (plan.grade in "cd" and "ruled" not in u.traits)]
        fitting = [u for u in fitting if u.family.startswith("layout:") == rare] or fitting
        if plan.layer == "tesseract":
            fitting = [u for u in fitting if u.pages == 1] or fitting
        uses = lambda u: (used.get(u.family, 0) if rare else 0, sum(used.get(f, 0) for f in u.forms) / len(u.forms),
                          used.get(u.name.split(".")[0], 0))
        unit = min(fitting, key=uses)
        for key in (unit.family, unit.name.split(".")[0], *unit.forms):
            used[key] = used.get(key, 0) + 1
        other = next(u for u in order if u.family != unit.family)
        yield plan, unit, other


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--set", choices=sorted(plans.SETS), default="standard")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only documents whose plan holds this word")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / ".build" / "release" / "zhibiao")
    parser.add_argument("--sources", type=pathlib.Path, nargs="+", default=[ROOT / "corpus", ROOT / "corpus-layouts"])
    parser.add_argument("--pages", type=int, default=3, help="the most pages of a document")
    arguments = parser.parse_args()
    if not arguments.program.is_file():
        sys.exit(f"{arguments.program} is not there. Build it (swift build -c release) or name it with --program.")

    out = arguments.out
    (out / "truth").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        pool, truths = sources.units(
            arguments.program, [folder.resolve() for folder in arguments.sources], pathlib.Path(work), arguments.pages
        )
        print(f"{len(pool)} runs of pages with complete forms", file=sys.stderr)
        rng = np.random.default_rng(arguments.seed)
        jobs = [
            (plan, unit, other, arguments.seed, out)
            for plan, unit, other in chosen(plans.SETS[arguments.set](rng), pool, rng)
            if arguments.only in f"{plan.grade}-{plan.name}"
        ]
        with concurrent.futures.ProcessPoolExecutor(arguments.jobs) as workers:
            entries = list(workers.map(make, jobs))
    for name in sorted({name for entry in entries for name in entry["truth"]}):
        shutil.copy(truths[name][0], out / "truth" / name)
    manifest = {
        "note": f"made by Benchmarks/scans/make_scans.py --set {arguments.set} --seed {arguments.seed}",
        "documents": entries,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (out / "manifest.json").write_text(text, encoding="utf-8")
    size = sum((out / entry["file"]).stat().st_size for entry in entries)
    print(f"{len(entries)} documents, {size / 1e6:.1f} MB, in {out}", file=sys.stderr)


if __name__ == "__main__":
    main()
