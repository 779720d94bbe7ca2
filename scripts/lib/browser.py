#!/usr/bin/python3
"""Opens pages of `zhibiao inspect` in Chromium, as files, and uses them as a person would.

  browser.py PROGRAM CORPUS

Every fault is printed; status 0 when all is well, 1 otherwise. Run by scripts/test-pages, which sees to the packages.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

LINKED = ["self-evaluation-2024.chromium.pdf", "approval-2025.chromium.pdf", "self-evaluation-2024.rotate90.reportlab.pdf"]
KINDS = ["check", "missing", "low", "inferred", "unread"]
SERIOUS = ["serious", "critical"]
STOPS = 8
FIRST_VIEW_SECONDS = 1.0

faults = []


def check(holds, what):
    if not holds:
        faults.append(what)
        print(f"FAULT: {what}")


class Program:
    def __init__(self, path, corpus, folder):
        self.path, self.corpus, self.folder = path, corpus, folder

    def page(self, pdf, *options):
        html = self.folder / (pathlib.Path(pdf).stem + ".html")
        subprocess.run([self.path, "inspect", pdf, "--out", html, "--ocr", "never", *options], check=False)
        return html

    def records(self, pdf, out, *options):
        done = subprocess.run(
            [self.path, "convert", pdf, "--out", out, "--ocr", "never", "--quiet", *options], capture_output=True, text=True)
        lines = {name: [json.loads(line) for line in (out / f"{name}.jsonl").read_text().splitlines()]
                 for name in ("indicators", "forms", "failures")}
        return done, lines


def wait_until(page, expression, seconds=20):
    """Asks again and again, for the policy of the pages allows no evaluation by themselves."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        check(time.monotonic() < end, f"{expression} does not come true")
        if time.monotonic() >= end:
            return
        page.wait_for_timeout(50)


def opened(browser, html, **options):
    """The page, with every request and error of it noted as a fault."""
    context = browser.new_context(viewport={"width": 1600, "height": 950}, accept_downloads=True, **options)
    page = context.new_page()
    page.on("pageerror", lambda error: check(False, f"{html.name}: {error}"))
    page.on("request", lambda request: check(
        request.url.startswith(("file:", "data:", "blob:")), f"{html.name} asks for {request.url}"))
    page.goto(html.as_uri())
    wait_until(page, "globalThis.zhibiao !== undefined")
    return page


def links(browser, program):
    """Every field lights up its box, and every box its field."""
    for name in LINKED:
        page = opened(browser, program.page(program.corpus / name))
        lost = page.evaluate("""() => {
            const lost = [];
            zhibiao.drawAllBoxes();
            const lit = () => [...document.querySelectorAll("svg.fields rect.lit")];
            for (const button of document.querySelectorAll("#forms [data-ref]")) {
                if (button.textContent === "") continue;
                button.click();
                const boxes = lit();
                if (boxes.length === 0) lost.push("no box: " + button.dataset.ref);
                else if (!document.querySelector("#forms .v.lit")) lost.push("not lit: " + button.dataset.ref);
            }
            for (const box of document.querySelectorAll("svg.fields rect")) {
                box.dispatchEvent(new MouseEvent("click", { bubbles: true }));
                const button = document.querySelector("#forms .v.lit");
                if (!box.classList.contains("lit")) lost.push("box not lit: " + box.dataset.ref);
                else if (!button) lost.push("no field: " + box.dataset.ref);
            }
            return lost;
        }""")
        # The title and figures that follow from others are in the form by other ways.
        check(not lost, f"{name}: {lost[:5]} ({len(lost)})")
        page.context.close()


def keys(browser, program):
    page = opened(browser, program.page(program.corpus / LINKED[0]))
    page.locator("#forms [data-ref]").first.click()
    before = page.evaluate("document.activeElement.dataset.ref")
    page.keyboard.press("Tab")
    after = page.evaluate("document.activeElement.dataset.ref")
    order = page.evaluate("zhibiao.order()")
    check(order.index(after) == order.index(before) + 1, f"Tab goes from {before} to {after}")
    lit = page.evaluate("document.querySelector('#forms .v.lit').dataset.ref")
    check(lit == after, "Tab does not light up the next field")
    # An input method's Enter and letters are its own.
    page.evaluate("""() => {
        for (const key of ["Enter", "q", "x"]) document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key, bubbles: true, isComposing: true }));
    }""")
    check(page.evaluate("zhibiao.exported()") == "", "keys act while Chinese is typed")
    page.keyboard.press("q")
    check('"confirm"' in page.evaluate("zhibiao.exported()"), "the key of confirming does nothing")
    page.keyboard.press("Control+z")
    check(page.evaluate("zhibiao.exported()") == "", "undo does not take the step back")
    page.context.close()


def planted(browser, program):
    """Five faults in nine forms: who only follows the list meets all of them within its first eight stops."""
    html = program.page(program.corpus / LINKED[0])
    source = html.read_text()
    start = source.index('id="data">') + len('id="data">')
    end = source.index("</script>", start)
    data = json.loads(source[start:end])
    rows = [(form, row) for form in data["forms"] for row in form["rows"]]

    def field(owner, name):
        return next(field for field in owner["fields"] if field["field"] == name)

    wrong = set()
    # A misread weight, a score beyond its weight, a lost target, a doubtful result, an amount that does not add up.
    form, row = data["forms"][1], data["forms"][1]["rows"][0]
    field(form, "total_weight")["value"] = "90"
    form["checks"] = [{**c, "passed": False, "expected": "90"} if c["code"] == "weights_total" else c for c in form["checks"]]
    wrong.add("1//total_weight")
    form = data["forms"][3]
    scored = next(row for row in form["rows"] if any(f["field"] == "score" for f in row["fields"]))
    field(scored, "score")["value"] = "99"
    index = next(i for i, c in enumerate(form["checks"]) if c["code"] == "score_within_weight")
    form["checks"][index] = {**form["checks"][index], "passed": False, "found": "99"}
    wrong.add(f"3/{form['rows'].index(scored)}/score")
    row = data["forms"][5]["rows"][1]
    row["fields"] = [f for f in row["fields"] if f["field"] != "target"]
    wrong.add("5/1/target")
    field(data["forms"][7]["rows"][0], "actual")["confidence"] = 0.6
    wrong.add("7/0/actual")
    field(data["forms"][8], "project_name")["confidence"] = 0.7
    wrong.add("8//project_name")
    html = program.folder / "planted.html"
    html.write_text(source[:start] + json.dumps(data, ensure_ascii=False).replace("<", "\\u003c") + source[end:])
    page = opened(browser, html)
    order = page.evaluate("zhibiao.queue().map(item => item.kind)")
    check(order == sorted(order, key=KINDS.index), f"the list's order is {order}")
    met = []
    for _ in range(STOPS):
        met.append(page.evaluate("document.querySelector('#forms .v.lit')?.dataset.ref ?? ''"))
        page.keyboard.press("Enter")
    check(wrong <= set(met), f"planted {sorted(wrong)}, met {met}")
    page.context.close()


def review(browser, program):
    """A correction of each kind through the file into the records; a stale one is refused."""
    pdf = program.corpus / LINKED[0]
    page = opened(browser, program.page(pdf))
    name = page.locator('#forms [data-ref="0/0/level3"]')
    name.click()
    page.fill("#detail-value", "改过的名称")
    page.click("#correct")
    page.locator('#forms [data-ref="0/1/target"]').click()
    page.click("#unreadable")
    page.locator('#forms [data-ref="0//project_name"]').click()
    page.click("#confirm")
    page.locator('[data-row="0/2"]').click()
    check(name.text_content() == "改过的名称", "the form does not show the correction")
    with page.expect_download() as download:
        page.click("#export")
    file = program.folder / "corrections.jsonl"
    download.value.save_as(file)
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    check(sorted(line["action"] for line in lines) == ["confirm", "correct", "delete", "unreadable"],
          f"exported are {[line['action'] for line in lines]}")
    before = program.records(pdf, program.folder / "before")[1]
    done, after = program.records(pdf, program.folder / "after", "--corrections", file)
    check(done.returncode == 0 and not after["failures"], f"the corrections are refused: {done.stderr}")
    check(len(after["indicators"]) == len(before["indicators"]) - 1, "the deleted row is still there")
    check(after["indicators"][0]["level3"] == "改过的名称", "the corrected name is not in the records")
    check("reviewed" in after["indicators"][0]["repairs"], "the corrected record does not say so")
    check(after["indicators"][1]["target"] is None, "what cannot be read is not null")
    # The same file in a fresh browser: the review goes on where it was.
    page.context.close()
    page = opened(browser, program.page(pdf))
    page.set_input_files("#import", file)
    page.wait_for_selector("#message:not([hidden])")
    check(page.locator('#forms [data-ref="0/0/level3"]').text_content() == "改过的名称", "the import does nothing")
    again = sorted(page.evaluate("zhibiao.exported()").splitlines())
    check(again == sorted(file.read_text().splitlines()), "export and import do not agree")
    page.reload()
    wait_until(page, "globalThis.zhibiao !== undefined")
    check(page.locator('#forms [data-ref="0/0/level3"]').text_content() == "改过的名称", "a reload loses the review")
    page.context.close()
    lines[0]["old"] = "读成别的"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done, after = program.records(pdf, program.folder / "stale", "--corrections", file)
    codes = [failure["code"] for failure in after["failures"]]
    check(done.returncode == 3 and codes == ["correction_stale"], f"a stale correction: {done.returncode}, {codes}")


def looks(browser, program):
    """Dark, printed, small, and to a reader of screens."""
    html = program.page(program.corpus / LINKED[0])
    for scheme in ("light", "dark"):
        page = opened(browser, html, color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        serious = [(fault["id"], len(fault["nodes"]), fault["nodes"][0]["html"][:120])
                   for fault in found if fault["impact"] in SERIOUS]
        check(not serious, f"{scheme}: {serious}")
        page.context.close()
    page = opened(browser, html)
    # Where there are no Chinese fonts, a printed text has no characters.
    page.click("#language")
    printed = program.folder / "printed.pdf"
    page.pdf(path=printed, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True).stdout
    forms = page.evaluate("document.querySelectorAll('.form').length")
    for form in range(1, forms + 1):
        check(re.search(rf"^\s*Form {form}\b", text, re.M), f"form {form} is not on the paper")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1030, "height": 700})
    cut = page.evaluate("""() => [...document.querySelectorAll("table")].filter(table =>
        table.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length""")
    check(cut == 0, f"{cut} tables are cut off on paper")
    page.context.close()


def injection(browser, program):
    """A document that speaks HTML is shown, and does nothing."""
    html = program.page(program.corpus / LINKED[1])
    evil = "</script><script>globalThis.taken = 1</script><img src=x onerror='globalThis.taken = 1'>"
    source = html.read_text()
    start = source.index('id="data">') + len('id="data">')
    end = source.index("</script>", start)
    data = json.loads(source[start:end])
    data["file"] = evil
    for form in data["forms"]:
        for field in form["fields"]:
            if isinstance(field["value"], str):
                field["value"] = evil
    text = json.dumps(data, ensure_ascii=False)
    escaped, raw = program.folder / "escaped.html", program.folder / "raw.html"
    escaped.write_text(source[:start] + text.replace("<", "\\u003c") + source[end:])
    page = opened(browser, escaped)
    check(page.evaluate("globalThis.taken") is None, "a text of the document ran")
    check(page.locator("#forms img").count() == 0, "a text of the document became markup")
    page.context.close()
    # Even where a worker that was taken over writes the tags itself, the policy keeps them from running.
    raw.write_text(source.replace('<div class="pages"', evil.replace("</script>", "", 1) + '<div class="pages"'))
    page = opened(browser, raw)
    check(page.evaluate("globalThis.taken") is None, "a script in the page ran in spite of the policy")
    page.context.close()


def without_form(browser, program):
    page = opened(browser, program.page(program.corpus / "bad-no-form-tables.pdf"))
    check(len(page.locator(".noform p").all()) >= 2, "a document without a form does not say why")
    page.context.close()


def report(browser, program):
    """The report of a run: figures, search, CSV, and the way to a document's page."""
    out, site = program.folder / "run", program.folder / "site"
    pdfs = [program.corpus / name for name in [LINKED[0], LINKED[1], "bad-no-form-tables.pdf"]]
    subprocess.run([program.path, "convert", *pdfs, "--out", out, "--ocr", "never", "--quiet"], check=False)
    subprocess.run([program.path, "report", out, "--out", site, "--pages", "all", "--sample", "20%", "--ocr", "never"],
                   check=False)
    rows = len((out / "indicators.jsonl").read_text().splitlines())
    page = opened(browser, site / "index.html")
    wait_until(page, f"globalThis.zhibiao !== undefined && zhibiao.found() === {rows}")
    check(page.locator("#figures .card").count() >= 5, "the report has no figures")
    serious = [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in Axe().run(page).response["violations"]
               if fault["impact"] in SERIOUS]
    check(not serious, f"report: {serious}")
    page.fill("#words", "满意度")
    wait_until(page, f"zhibiao.found() < {rows} && zhibiao.found() > 0")
    found = page.evaluate("zhibiao.found()")
    with page.expect_download() as download:
        page.click("#csv")
    lines = pathlib.Path(download.value.path()).read_text("utf-8-sig").strip().splitlines()
    check(len(lines) >= found + 1, f"{found} rows were found, {len(lines) - 1} lines saved")
    with page.context.expect_page() as other:
        page.locator("#records a").first.click()
    wait_until(other.value, "document.querySelector('#forms .v.lit') !== null")
    ref = other.value.evaluate("document.querySelector('#forms .v.lit').dataset.ref")
    check(ref.endswith("/level3"), f"the link leads to {ref}")
    page.context.close()


def speed(browser, program):
    html = program.page(program.corpus / "bulk-40-forms.reportlab.pdf")
    start = time.monotonic()
    page = opened(browser, html)
    seconds = time.monotonic() - start
    pages = page.evaluate("document.querySelectorAll('.page').length")
    size = html.stat().st_size / pages / 1024
    print(f"{pages} pages: usable after {seconds:.2f} s, {size:.0f} KB a page")
    check(size <= 250, f"{size:.0f} KB a page")
    page.context.close()


def main():
    program_path, corpus = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        program = Program(program_path, pathlib.Path(corpus).resolve(), pathlib.Path(folder))
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        failed = 0
        tests = [links, keys, planted, review, looks, injection, without_form, report, speed]
        for test in tests:
            start, known = time.monotonic(), len(faults)
            try:
                test(browser, program)
            except Exception as error:  # A page that does not answer is a fault like others.
                check(False, f"{test.__name__}: {error}")
            failed += len(faults) > known
            print(f"{'ok' if len(faults) == known else 'FAILED'}  {test.__name__}  {time.monotonic() - start:.1f} s")
        browser.close()
    print(f"{len(tests) - failed} passed, {failed} failed")
    sys.exit(1 if faults else 0)


main()
