#!/usr/bin/python3
"""Prints the parts of a build of zhibiao as a CycloneDX 1.5 bill of materials.

  scripts/lib/sbom.py PROGRAM PACKAGE_RESOLVED VERSION

Swift packages, which are linked in, come from Package.resolved; Debian packages are those that own the libraries that
PROGRAM loads; the OCR engine, which is fetched only when asked for, is optional, with the hashes that scripts/install-ocr
demands. Times come from $SOURCE_DATE_EPOCH, and nothing in it is random: equal builds give equal files.
"""
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

OCR_SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "install-ocr"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def swift_parts(resolved):
    for pin in json.loads(pathlib.Path(resolved).read_text(encoding="utf-8"))["pins"]:
        state, location = pin["state"], pin["location"].removesuffix(".git")
        version = state.get("version") or state["revision"]
        host = location.removeprefix("https://")
        yield {
            "type": "library", "bom-ref": f"pkg:swift/{host}@{version}", "name": pin["identity"], "version": version,
            "purl": f"pkg:swift/{host}@{version}", "scope": "required",
        }


def runtime_part():
    version = re.search(r"Swift version (\S+)", run("swift", "--version"))[1]
    return {
        "type": "library", "bom-ref": f"swift-runtime@{version}", "name": "swift-runtime", "version": version,
        "description": "The runtime and Foundation of the toolchain, linked in.", "scope": "required",
    }


def libraries(program):
    """The libraries that the loader finds for the program."""
    return sorted({line.split()[2] for line in run("ldd", program).splitlines() if " => /" in line})


def debian_parts(program):
    owners = {}
    for path in libraries(program):
        for candidate in (path, "/usr" + path, path.removeprefix("/usr"), os.path.realpath(path)):
            found = subprocess.run(["dpkg-query", "--search", candidate], capture_output=True, text=True).stdout
            if found:
                owners[found.split(":")[0]] = None
                break
    owners["poppler-data"] = None
    form = "${Package}\t${Version}\t${Architecture}\n"
    for line in sorted(run("dpkg-query", "--show", f"--showformat={form}", *owners).splitlines()):
        name, version, arch = line.split("\t")
        purl = f"pkg:deb/debian/{name}@{version}?arch={arch}"
        yield {
            "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "scope": "required",
        }


def engine_parts():
    script = OCR_SCRIPT.read_text(encoding="utf-8")
    for name, key in (("openvino", "runtime"), ("rapidocr-onnxruntime", "models")):
        version = re.search(rf"^{key}_version=(\S+)", script, re.M)[1]
        hashes = re.findall(rf"^\s*{key}_hash=(\w+)", script, re.M)
        yield {
            "type": "library", "bom-ref": f"pkg:pypi/{name}@{version}", "name": name, "version": version,
            "purl": f"pkg:pypi/{name}@{version}", "scope": "optional",
            "hashes": [{"alg": "SHA-256", "content": content} for content in hashes],
        }


def main(program, resolved, version):
    parts = [*swift_parts(resolved), runtime_part(), *debian_parts(program), *engine_parts()]
    moment = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    digest = hashlib.sha256(pathlib.Path(program).read_bytes()).hexdigest()
    own = f"zhibiao@{version}"
    print(json.dumps({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application", "bom-ref": own, "name": "zhibiao", "version": version,
                "licenses": [{"license": {"id": "GPL-3.0-only"}}],
                "hashes": [{"alg": "SHA-256", "content": digest}],
            },
        },
        "components": parts,
        "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}],
    }, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
