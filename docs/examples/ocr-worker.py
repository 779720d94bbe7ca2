#!/usr/bin/env python3
"""A worker for `zhibiao … --ocr-engine "command:docs/examples/ocr-worker.py"`.

Reads requests as JSON Lines from standard input and answers each with one line. Here the tesseract command does the
reading; put your own engine into `read`.
"""
import base64
import json
import subprocess
import sys


def read(png):
    """Text and confidence (0 to 1) of a PNG file with one line of text."""
    command = ["tesseract", "stdin", "stdout", "-l", "chi_sim", "--psm", "7", "tsv"]
    found = subprocess.run(command, input=png, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    words = [line.split("\t") for line in found.stdout.decode().splitlines()[1:]]
    words = [(word[11], float(word[10]) / 100) for word in words if word[11].strip()]
    return "".join(text for text, _ in words), min((sure for _, sure in words), default=0)


for line in sys.stdin:
    request = json.loads(line)
    text, confidence = read(base64.b64decode(request["png"]))
    answer = {"id": request["id"], "text": text, "confidence": confidence}
    print(json.dumps(answer, ensure_ascii=False), flush=True)
