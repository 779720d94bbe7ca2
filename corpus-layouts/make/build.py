#!/usr/bin/env python3
"""build.py [NAME ...]: typesets the documents described in docs_*.py and writes truth and manifest.

Needs: pip install weasyprint reportlab openpyxl; chromium; LibreOffice Writer and Calc (headless); the fonts
fonts-arphic-uming, fonts-arphic-ukai, fonts-wqy-microhei, fonts-noto-cjk. Without NAME everything is made anew.
"""
import glob
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.dirname(HERE)
sys.path.insert(0, HERE)
import layout  # noqa: E402

PRODUCER = {'chromium': 'Chromium', 'weasyprint': 'WeasyPrint', 'libreoffice-writer': 'LibreOffice Writer',
            'libreoffice-calc': 'LibreOffice Calc', 'scan': 'image only (pdftoppm, ReportLab)',
            'reportlab': 'ReportLab (embedded TrueType)'}


def office(source, pdf, kind):
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(['soffice', '--headless', '-env:UserInstallation=file:///tmp/corpus-layouts-office',
                        '--convert-to', 'pdf:%s_pdf_Export' % kind, '--outdir', d, source] +
                       (['--infilter=HTML (StarWriter)'] if kind == 'writer' else []), check=True, capture_output=True)
        shutil.move(glob.glob(d + '/*.pdf')[0], pdf)


def scan(doc, pdf):
    from PIL import Image
    from reportlab.pdfgen.canvas import Canvas
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(['pdftoppm', '-r', str(doc['dpi']), '-gray', os.path.join(OUT, doc['of']), d + '/p'], check=True)
        c = Canvas(pdf, invariant=1)
        for p in sorted(glob.glob(d + '/p*')):
            im = Image.open(p)
            im.save(p + '.jpg', quality=doc['quality'])
            w, h = (x * 72 / doc['dpi'] for x in im.size)
            c.setPageSize((w, h))
            c.drawImage(p + '.jpg', 0, 0, w, h)
            c.showPage()
        c.save()


def make(doc):
    kind = doc['producer']
    for p in doc['parts']:
        if p[0] == 'table':
            p[1]['rows'] = [layout.row(r) for r in p[1]['rows']]
            assert layout.grid(p[1]['rows'])[1] == len(p[1]['widths']), (doc['name'], layout.grid(p[1]['rows'])[1])
    file = '%s.%s.pdf' % (doc['name'], kind)
    pdf = os.path.join(OUT, file)
    if kind == 'scan':
        pdf = os.path.join(OUT, doc['name'] + '.pdf')
        scan(doc, pdf)
    elif kind in ('chromium', 'weasyprint', 'libreoffice-writer'):
        src = os.path.join(OUT, 'html', doc['name'] + '.html')
        text = layout.html(doc)
        if kind == 'libreoffice-writer':
            text = text.replace('<table>', '<table border="1" cellspacing="0" cellpadding="2" width="100%">')
        open(src, 'w', encoding='utf-8').write(text)
        if kind == 'chromium':
            subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer',
                            '--print-to-pdf=' + pdf, 'file://' + src], check=True, capture_output=True)
        elif kind == 'weasyprint':
            import weasyprint
            weasyprint.HTML(string=text).write_pdf(pdf)
        else:
            office(src, pdf, 'writer')
    elif kind == 'reportlab':
        layout.reportlab_pdf(doc, pdf)
    else:
        with tempfile.TemporaryDirectory() as d:
            layout.xlsx(doc, d + '/x.xlsx')
            office(d + '/x.xlsx', pdf, 'calc')
    return pdf


def printed(doc):
    out = []
    for p in doc['parts']:
        if p[0] == 'table':
            out += [c['text'] for r in p[1]['rows'] for c in r]
        elif len(p) > 1:
            out.append(p[1].replace('|', ''))
    return re.sub(r'[\s⏎]', '', ''.join(out))


def check_text(doc, pdf):
    """Says which printed characters the PDF's text does not give back."""
    import collections
    import unicodedata
    got = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True).stdout.decode()
    f = lambda s: collections.Counter(unicodedata.normalize('NFKC', re.sub(r'\s', '', s)))
    lost = f(printed(doc)) - f(got)
    if lost:
        print('  LOST in %s: %s' % (os.path.basename(pdf), dict(lost)))


def main():
    docs = []
    for path in sorted(glob.glob(HERE + '/docs_*.py')):
        docs += importlib.import_module(os.path.basename(path)[:-3]).DOCS
    only = sys.argv[1:]
    manifest = dict(note='made-up forms in layouts of many places; truth/<name>.json holds the forms; "forms" lists '
                         'name#ordinal in the order they stand in the PDF', documents=[])
    for doc in sorted(docs, key=lambda d: d['producer'] == 'scan'):
        forms = doc.get('forms', [])
        truth = doc.get('truth_of', doc['name'])
        if forms and 'truth_of' not in doc:
            with open(os.path.join(OUT, 'truth', doc['name'] + '.json'), 'w', encoding='utf-8') as fh:
                json.dump(dict(document=doc['name'], forms=forms), fh, ensure_ascii=False, indent=1)
                fh.write('\n')
        entry = dict(file=('%s.pdf' if doc['producer'] == 'scan' else '%s.' + doc['producer'] + '.pdf') % doc['name'], expect='ok' if forms else 'failure',
                     truth=[truth + '.json'] if forms else [],
                     forms=['%s#%d' % (truth, i + 1) for i in range(len(forms))],
                     producer=PRODUCER[doc['producer']],
                     traits=(['scanned', 'image-only'] if doc['producer'] == 'scan' else ['exported'] if forms else ['bad-input']) + doc['traits'] +
                     (['single-form' if len(forms) == 1 else 'multi-form'] if forms else []), note=doc['purpose'])
        if not forms:
            entry['failure_codes'] = ['no_form']
        manifest['documents'].append(entry)
        if not only or doc['name'] in only:
            pdf = make(doc)
            pages = subprocess.run(['pdfinfo', pdf], capture_output=True, text=True).stdout
            print('%-40s %4d KB %s pages' % (os.path.basename(pdf), os.path.getsize(pdf) // 1024, re.search(r'Pages:\s+(\d+)', pages).group(1)))
            if doc['producer'] != 'scan':
                check_text(doc, pdf)
    with open(os.path.join(OUT, 'manifest.json'), 'w', encoding='utf-8') as fh:
        json.dump(manifest, fh, ensure_ascii=False, indent=1)
        fh.write('\n')


if __name__ == '__main__':
    main()
