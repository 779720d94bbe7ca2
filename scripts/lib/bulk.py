"""What the scripts about many documents share: documents to convert, runs, and what a run left behind."""
import json
import pathlib
import random
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STREAMS = ("indicators", "forms", "failures")

# Small documents of corpus/ of different producers; blank pages and a form of two pages are among them.
SMALL = (
    "targets-2025-form2.weasyprint.pdf", "approval-2025-form1.reportlab-cid-stsong.pdf",
    "self-evaluation-2024-form4.reportlab-embedded.pdf", "approval-2025.rotate270.reportlab.pdf",
    "self-evaluation-2024-form5.horizontal-rules.reportlab.pdf", "bad-blank-pages.pdf",
    "self-evaluation-2024-form9.libreoffice-calc.pdf",
)


def program(given):
    """The zhibiao program: as given, or the optimised build of this folder."""
    found = pathlib.Path(given) if given else ROOT / ".build" / "release" / "zhibiao"
    if not found.is_file():
        sys.exit(f"{found} is not there. Build it with: swift build -c release --product zhibiao")
    return str(found.resolve())


def make_documents(folder, count, seed=0):
    """Fills a folder with documents of distinct content: small ones of corpus/ with a comment behind their end."""
    folder = pathlib.Path(folder)
    contents = [(ROOT / "corpus" / name).read_bytes() for name in SMALL]
    for number in range(count):
        place = folder / f"{number // 500:03d}"
        place.mkdir(parents=True, exist_ok=True)
        comment = f"\n% document {number} of set {seed}\n".encode()
        (place / f"{number:06d}.pdf").write_bytes(contents[number % len(contents)] + comment)


def mutate(content, random_numbers):
    """A damaged copy: bytes changed, cut out, doubled or swapped, figures blown up, or the end cut off."""
    data = bytearray(content)
    for _ in range(random_numbers.choice((1, 1, 2, 4, 16))):
        if len(data) < 16:
            break
        at = random_numbers.randrange(len(data) - 8)
        size = random_numbers.choice((1, 4, 16, 256, 4096))
        kind = random_numbers.randrange(8)
        if kind == 0:
            data[at] ^= 1 << random_numbers.randrange(8)
        elif kind == 1:
            data[at:at + size] = random_numbers.randbytes(min(size, len(data) - at))
        elif kind == 2:
            del data[at:at + size]
        elif kind == 3:
            data[at:at] = data[at:at + size]
        elif kind == 4:
            other = random_numbers.randrange(len(data) - 8)
            data[at:at + size] = data[other:other + size]
        elif kind == 5:
            digits = [place for place in range(at, min(len(data), at + 2000)) if 48 <= data[place] <= 57]
            if digits:
                place = random_numbers.choice(digits)
                data[place:place + 1] = random_numbers.choice((b"0", b"-1", b"99999999", b"2147483647", b"1e99", b"."))
        elif kind == 6:
            words = (b"obj", b"stream", b"endstream", b"/Length", b"/Kids", b"/Parent", b"/Filter", b"/W", b" R", b"xref")
            word = random_numbers.choice(words)
            place = data.find(word, at)
            if place >= 0:
                data[place:place + len(word)] = random_numbers.choice(words)
        else:
            del data[at:]
    return bytes(data)


def random_source(seed):
    return random.Random(seed)


def convert(binary, inputs, out, *options, environment=None, accepted=(0, 3)):
    """Runs a conversion to its end; any status that is not accepted ends this script."""
    command = [binary, "convert", *map(str, inputs), "--out", str(out), "--quiet", *options]
    done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, check=False)
    if done.returncode not in accepted:
        sys.exit(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stderr.decode(errors='replace')}")
    return done.returncode


def results(out):
    """The bytes of the three result files."""
    return {stream: (pathlib.Path(out) / f"{stream}.jsonl").read_bytes() for stream in STREAMS}


def lines(content):
    """The JSON objects of a result file; a partial line is an error."""
    if content and not content.endswith(b"\n"):
        sys.exit("A result file ends in the middle of a line.")
    return [json.loads(line) for line in content.splitlines()]


def status(binary, out):
    """What `zhibiao status` says, as an object."""
    text = subprocess.run([binary, "status", str(out), "--log-format", "json"], stdout=subprocess.PIPE, check=True).stdout
    return json.loads(text)


def workers_of(run):
    """The processes that are workers of a run, zombies included, by its process number."""
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if words[1:4] == [b"worker", b"--parent", str(run).encode()] or int(fields[1]) == run:
            found.append(int(folder.name))
    return found


def check(name, holds, detail=""):
    """Prints one line for one thing that must hold; returns whether it does."""
    print(f"{'ok  ' if holds else 'FAIL'}  {name}" + (f": {detail}" if detail else ""), flush=True)
    return holds
