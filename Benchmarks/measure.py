"""What the benchmarks share: CPU time, peak memory and page counts of programs."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def program(given):
    """The zhibiao program: as given, or the optimised build of this folder."""
    found = pathlib.Path(given) if given else ROOT / ".build" / "release" / "zhibiao"
    if not found.is_file():
        sys.exit(f"{found} is not there. Build it with: swift build -c release --product zhibiao")
    return str(found)


def require(*tools):
    for tool in tools:
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing. On Debian: apt-get install poppler-utils time.")


def run(command, limit=None):
    """Runs a command without output. Returns (CPU seconds, elapsed seconds, status); status None when stopped.

    The CPU time is user and system time of the process and all it waited for, from the kernel, in microseconds.
    """
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stopped = False
    while limit is not None:
        done, status, usage = os.wait4(child.pid, os.WNOHANG)
        if done:
            break
        if time.monotonic() - start > limit:
            child.kill()
            stopped, limit = True, None
        time.sleep(0.002)
    if limit is None:
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, None if stopped else child.returncode


def peak_memory(command):
    """Largest resident memory in MiB, by GNU time: it is small, so that its own memory does not count as the program's."""
    with tempfile.NamedTemporaryFile("r") as answer:
        subprocess.run(["/usr/bin/time", "--quiet", "-f", "%M", "-o", answer.name, *command], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
        return int(answer.read().split()[-1]) / 1024


def page_count(pdf):
    text = subprocess.run(["pdfinfo", str(pdf)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    return int(re.search(rb"^Pages:\s+(\d+)", text, re.MULTILINE).group(1))


def exported(test_set):
    """The documents of a test set that carry their own text: no scans, no broken files."""
    documents = json.loads((test_set / "manifest.json").read_text(encoding="utf-8"))["documents"]
    return [test_set / entry["file"] for entry in documents if "exported" in entry["traits"]]
