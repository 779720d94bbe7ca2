#!/usr/bin/python3
"""Writes the man pages of zhibiao from what the program says of its own commands and options.

  scripts/lib/manpages.py PROGRAM FOLDER [--date YYYY-MM-DD]

FOLDER gets zhibiao.1, a page zhibiao-COMMAND.1 for each command that help shows, and zhibiao-ocr.1 from the comment at
the head of scripts/install-ocr. The text is that of `zhibiao help COMMAND`; nothing is added but the frame of a page.
"""
import argparse
import datetime
import json
import pathlib
import re
import subprocess
import sys

OCR_SCRIPT = pathlib.Path(__file__).resolve().parent.parent / "install-ocr"
EXIT_STATUS = [
    ("0", "All was done. A document without a form is an answer, no failure."),
    ("1", "The program could not do its work; a message says why."),
    ("2", "The command line cannot be understood."),
    ("3", "Some files failed; each is named with its reason."),
]
FILES = [
    ("/usr/share/zhibiao", "The dictionary of forms and the schemas of results, to be read; the program has its own."),
    ("/usr/share/doc/zhibiao", "Guides."),
    ("/var/lib/zhibiao/ocr", "The OCR engine ppocr, where zhibiao-ocr --system has put it."),
]
ENVIRONMENT = [
    ("ZHIBIAO_PASSWORD", "The password of documents, where no file with one is given. It is taken out of the environment."),
    ("ZHIBIAO_OCR_HOME", "The folder of the OCR engine ppocr, in place of the user's and the system's."),
]


def described(program):
    """The commands as the program's parser describes them."""
    out = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    return json.loads(out)["command"]


def escaped(text):
    """Text that roff takes for nothing but text; each sentence begins a line of its own."""
    text = re.sub(r"\s+", " ", text).strip().replace("\\", "\\e").replace("-", "\\-")
    lines = re.sub(r"(?<=[A-Za-z\d)]{2}[.;:]) (?=[A-Z\-\\])", "\n", text).split("\n")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in lines)


def word(text):
    """An argument of a macro, which must be no macro's name."""
    return "\\&" + text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")


def option_words(argument):
    """Such as "Fl -out Ar out"; of a flag with a counterpart both."""
    names = [("-" if name["kind"] == "long" else "") + name["name"] for name in argument.get("names", [])]
    value = f" Ar {word(argument['valueName'])}" if argument["kind"] == "option" else ""
    return [f"Fl {name}{value}" for name in names]


def shown(arguments):
    return [argument for argument in arguments if argument.get("shouldDisplay", True)]


def synopsis(command):
    lines = []
    for argument in shown(command.get("arguments", [])):
        if argument["kind"] == "positional":
            dots = " ..." if argument["isRepeating"] else ""
            lines.append(f".{'Op ' if argument['isOptional'] else ''}Ar {word(argument['valueName'])}{dots}")
        else:
            lines.append(".Op " + " | ".join(option_words(argument)))
    return lines


def explained(argument):
    """The abstract, the values there are and the default."""
    parts = [argument.get("abstract", "")] + ([argument["discussion"]] if argument.get("discussion") else [])
    if argument.get("allValues"):
        parts.append("One of " + ", ".join(argument["allValues"]) + ".")
    if argument.get("defaultValue") is not None:
        parts.append("Default: " + argument["defaultValue"] + ".")
    return escaped(" ".join(part for part in parts if part))


def option_list(command):
    groups = {}
    for argument in shown(command.get("arguments", [])):
        groups.setdefault(argument.get("sectionTitle"), []).append(argument)
    lines = []
    for title, arguments in groups.items():
        if title:
            lines += [".Ss " + escaped(title)]
        lines += [".Bl -tag -width Ds"]
        for argument in arguments:
            if argument["kind"] == "positional":
                lines += [f".It Ar {word(argument['valueName'])}"]
            else:
                lines += [".It " + " , ".join(option_words(argument))]
            lines += [explained(argument)]
        lines += [".El"]
    return lines


def table(rows, macro):
    lines = [".Bl -tag -width Ds"]
    for name, text in rows:
        lines += [f".It {macro} {name}", escaped(text)]
    return lines + [".El"]


def head(name, abstract, date):
    return [f".Dd {date}", f".Dt {name.upper()} 1", ".Os", ".Sh NAME", f".Nm {name}", f".Nd {abstract.rstrip('.')}"]


def see_also(names):
    ordered = sorted(names)
    return [".Sh SEE ALSO"] + [f".Xr {name} 1{' ,' if name != ordered[-1] else ''}" for name in ordered]


def command_page(command, date):
    name = f"zhibiao-{command['commandName']}"
    lines = head(name, escaped(command["abstract"]), date)
    lines += [".Sh SYNOPSIS", ".Nm zhibiao", f".Cm {command['commandName']}", *synopsis(command)]
    lines += [".Sh DESCRIPTION", escaped(command["abstract"])]
    if command.get("discussion"):
        lines += [".Pp", escaped(command["discussion"])]
    lines += [".Sh OPTIONS", *option_list(command)]
    if any(name["name"] == "password-file" for argument in command["arguments"] for name in argument.get("names", [])):
        lines += [".Sh ENVIRONMENT", *table(ENVIRONMENT, "Ev")]
    lines += [".Sh EXIT STATUS", *table(EXIT_STATUS, "Er")]
    return name, lines + see_also(["zhibiao"])


def main_page(root, commands, date):
    lines = head("zhibiao", escaped(root["abstract"]), date)
    lines += [".Sh SYNOPSIS", ".Nm", ".Ar command", ".Op Ar argument ...", *synopsis(root)]
    lines += [".Sh DESCRIPTION", escaped(root["abstract"]), ".Pp", "The commands are:"]
    lines += table([(command["commandName"], command["abstract"]) for command in commands], "Cm")
    lines += [".Sh OPTIONS", *option_list(root)]
    lines += [".Sh FILES", *table(FILES, "Pa"), ".Sh EXIT STATUS", *table(EXIT_STATUS, "Er")]
    return "zhibiao", lines + see_also([f"zhibiao-{command['commandName']}" for command in commands] + ["zhibiao-ocr"])


def ocr_page(date):
    """The comment at the head of the script: what it does, how it is called, and the rest."""
    comment = []
    for line in OCR_SCRIPT.read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("#"):
            break
        comment.append(line[1:].strip())
    usage = re.search(r"^Usage: \S+\s*(.*)$", "\n".join(comment), re.M)[1]
    rest = [line for line in comment[1:] if not line.startswith("Usage:")]
    lines = head("zhibiao-ocr", escaped(comment[0]), date)
    lines += [".Sh SYNOPSIS", ".Nm", escaped(usage), ".Sh DESCRIPTION"]
    paragraphs = " \n".join(rest).split("\n \n")
    lines += "\n.Pp\n".join(escaped(paragraph) for paragraph in paragraphs if paragraph.strip()).split("\n")
    return "zhibiao-ocr", lines + see_also(["zhibiao"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=datetime.date.today())
    arguments = parser.parse_args()
    date = f"{arguments.date:%B} {arguments.date.day}, {arguments.date.year}"
    root = described(arguments.program)
    commands = [command for command in shown(root["subcommands"]) if command["commandName"] != "help"]
    pages = [main_page(root, commands, date), ocr_page(date)] + [command_page(command, date) for command in commands]
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, lines in pages:
        (arguments.folder / f"{name}.1").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
