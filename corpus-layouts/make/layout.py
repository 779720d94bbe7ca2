"""A table once described by its printed cells, typeset as HTML, by ReportLab, or as a spreadsheet.

A row is a string of cells separated by "|". A cell may open with flags in braces: {c3} spans 3 columns, {r2} 2 rows,
l/m = left/middle, b = bold, v = set vertically. "⏎" is a printed line break.
"""
import html as H
import re
from truthlib import clean, plain, indicator, number

FLAG = re.compile(r'^\{((?:c\d+|r\d+|[lmbvs])+)\}')


def cell(text):
    m = FLAG.match(text.strip())
    c = dict(cs=1, rs=1, align='center', bold=False, vertical=False)
    t = text.strip()
    if m:
        t = t[m.end():].strip()
        for f in re.findall(r'[crlmbvs]\d*', m.group(1)):
            if f[0] == 'c': c['cs'] = int(f[1:])
            if f[0] == 'r': c['rs'] = int(f[1:])
            if f == 'l': c['align'] = 'left'
            if f == 'b': c['bold'] = True
            if f == 'v': c['vertical'] = True
    c['text'] = t
    return c


def row(line):
    return [cell(x) for x in line.split('|')] if isinstance(line, str) else line


def block(cols, text, vals=None, lead=None, spans=None, head=None, merge=True, left=('L3', 'R', 'REM', 'X', 'RULE')):
    """Printed rows and truth rows of an indicator block.

    cols: "L1:一级指标|…|T:指标值"; a blank level cell is merged with the one above; a line that opens with "!" is
    printed but no record. head: other header rows than the plain one. lead: text of a cell left of the whole block.
    """
    roles = [c.split(':', 1) for c in cols.split('|')]
    spans = spans or [1] * len(roles)
    vals = vals or {}
    heads = [row(h) for h in head] if head else [[dict(cell(h), cs=s) for (_, h), s in zip(roles, spans)]]
    body, inds, cur, owners = [], [], {}, {}
    for line in text.strip('\n').split('\n'):
        skip = line.startswith('!')
        raw = [x.strip() for x in (line[1:] if skip else line).split('|')]
        assert len(raw) == len(roles), (len(raw), len(roles), line)
        out, got, extra = [], {}, {}
        changed = False
        for (role, name), txt, span in zip(roles, raw, spans):
            if role in ('L1', 'L2') and merge:
                if txt or (role == 'L2' and changed):
                    c = dict(cell(txt), cs=span)
                    owners[role] = c
                    cur[role] = clean(c['text'])
                    changed = True
                    out.append(c)
                else:
                    owners[role]['rs'] += 1
                got[role] = cur[role]
                continue
            c = dict(cell(txt), cs=span)
            if role in left:
                c['align'] = 'left'
            out.append(c)
            got[role] = clean(c['text'])
            if role == 'X' and got[role] is not None:
                extra[clean(name)] = got[role]
            if role in ('L1', 'L2'):
                cur[role] = got[role] = got[role] or cur.get(role)
        body.append(out)
        if skip:
            continue
        op, t, u, direction = got.get('OP'), got.get('T'), got.get('U'), got.get('DIR')
        if direction in ('≥', '≤', '=', '定性') or op in ('正向', '反向'):
            op, direction = direction, op
        text_t = t
        if t is not None and op != '定性' and (op or u):
            text_t = (op or '') + t + (u or '')
        n = lambda k: None if got.get(k) is None else number(got[k].rstrip('分%'))
        inds.append(indicator(got.get('L1'), got.get('L2'), got['L3'], plain(text_t, vals), plain(got.get('A'), vals),
                              n('W'), n('S'), {'正向': 'positive', '反向': 'negative', None: None}[direction],
                              got.get('RULE'), got.get('R'), got.get('REM'), extra))
    rows = heads + body
    if lead:
        c = cell(lead)
        c['rs'] = len(rows)
        rows[0] = [c] + rows[0]
    return rows, inds


# ------------------------------------------------------------------ HTML
CSS = """@page { size: %(page)s; margin: %(margin)s }
body { font-family: %(font)s; font-size: %(size)s; margin: 0; line-height: 1.3 }
h1 { font-size: 1.6em; text-align: center; margin: 2px 0 }
.c { text-align: center } .r { text-align: right } .s { display: flex; justify-content: space-between }
p { margin: 3px 0 } p.t { text-indent: 2em; line-height: 1.7 }
table { border-collapse: collapse; width: 100%%; table-layout: fixed; margin: 0 0 4px 0 }
td, th { padding: 2px 3px; text-align: center; vertical-align: middle; overflow-wrap: anywhere; font-weight: normal }
td.l { text-align: left } .b { font-weight: bold }
td.v { writing-mode: vertical-rl; letter-spacing: 2px } tr { page-break-inside: avoid }
.brk { page-break-before: always }
%(border)s
%(extra)s
"""
BORDER = {'ruled': 'td, th { border: 0.75pt solid black }', 'none': 'td, th { border: none; padding: 4px 8px }',
          'horizontal': 'td, th { border-top: 0.75pt solid black; border-bottom: 0.75pt solid black }',
          'gray-filled': 'td, th { border: 0.5pt solid #888 } td.b { background: #e4ecf6 }',
          'header-rule': 'td, th { border: none } tr.h td { border-bottom: 1pt solid black; border-top: 1pt solid black }'}


def text_html(t):
    return H.escape(t, quote=False).replace('⏎', '<br>').replace('\t', '&emsp;&emsp;')


def table_html(t):
    out = ['<table>']
    total = sum(t['widths'])
    out.append('<colgroup>' + ''.join('<col style="width:%.2f%%">' % (100 * w / total) for w in t['widths']) + '</colgroup>')
    for i, r in enumerate(t['rows']):
        if i == 0 and t.get('thead'):
            out.append('<thead>')
        out.append('<tr%s>' % (' class="h"' if i < t.get('thead', 0) else ''))
        for c in r:
            cls = [x for x, on in (('l', c['align'] == 'left'), ('b', c['bold']), ('v', c['vertical'])) if on]
            out.append('<td%s%s%s>%s</td>' % (
                ' colspan="%d"' % c['cs'] if c['cs'] > 1 else '', ' rowspan="%d"' % c['rs'] if c['rs'] > 1 else '',
                ' class="%s"' % ' '.join(cls) if cls else '', text_html(c['text'])))
        out.append('</tr>')
        if t.get('thead') and i == t['thead'] - 1:
            out.append('</thead>')
    out.append('</table>')
    return '\n'.join(out)


def html(doc):
    o = dict(page='A4', margin='12mm', font="'AR PL UMing CN'", size='10pt', border='ruled', extra='')
    o.update(doc.get('style', {}))
    o['border'] = BORDER[o['border']]
    out = ['<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head><body>'
           % (doc['name'], CSS % o)]
    for p in doc['parts']:
        if p[0] == 'table':
            out.append(table_html(p[1]))
        elif p[0] == 'break':
            out.append('<div class="brk"></div>')
        elif p[0] == 'title':
            out.append('<h1>%s</h1>' % text_html(p[1]))
        elif p[0] == 'spread':
            gap = '\u3000' * 6 if doc['producer'] == 'libreoffice-writer' else ''      # Writer knows no flex box
            out.append('<p class="s">%s</p>' % gap.join('<span>%s</span>' % text_html(x) for x in p[1].split('|')))
        else:
            out.append('<p class="%s">%s</p>' % (p[0], text_html(p[1])))
    return '\n'.join(out) + '\n</body></html>\n'


def grid(rows):
    """[(row, column, cell)] with the columns after spans are taken out."""
    taken, out = set(), []
    for i, r in enumerate(rows):
        j = 0
        for c in r:
            while (i, j) in taken:
                j += 1
            out.append((i, j, c))
            for a in range(c['rs']):
                for b in range(c['cs']):
                    taken.add((i + a, j + b))
            j += c['cs']
    n = max(j for _, j in taken) + 1
    h = max(i for i, _ in taken) + 1
    assert len(taken) == n * h and h == len(rows), 'table is not rectangular: %d cells in %d x %d (%d rows): %s' % (
        len(taken), n, h, len(rows), sorted({(i, j) for i in range(h) for j in range(n)} - taken)[:6])
    return out, n


# ------------------------------------------------------------------ ReportLab
def reportlab_pdf(doc, path):
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import SimpleDocTemplate, Table, TableStyle, Paragraph, Spacer, PageBreak
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib import colors
    o = doc.get('style', {})
    file, index = {'uming': ('arphic/uming.ttc', 0), 'ukai': ('arphic/ukai.ttc', 0), 'wqy': ('wqy/wqy-microhei.ttc', 0)}[o.get('rlfont', 'uming')]
    name = o.get('rlfont', 'uming')
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, '/usr/share/fonts/truetype/' + file, subfontIndex=index))
    size = o.get('rlsize', 9.5)
    st = lambda align, s=size: ParagraphStyle('x', fontName=name, fontSize=s, leading=s * 1.3, wordWrap='CJK', alignment=align)
    page = landscape(A4) if o.get('page', '').endswith('landscape') else A4
    W = page[0] - 80
    story = []
    esc = lambda t: H.escape(t, quote=False).replace('⏎', '<br/>')
    for p in doc['parts']:
        if p[0] == 'table':
            t = p[1]
            cells, n = grid(t['rows'])
            data = [[''] * n for _ in t['rows']]
            style = [('VALIGN', (0, 0), (-1, -1), 'MIDDLE'), ('LEFTPADDING', (0, 0), (-1, -1), 3), ('RIGHTPADDING', (0, 0), (-1, -1), 3),
                     ('TOPPADDING', (0, 0), (-1, -1), 2), ('BOTTOMPADDING', (0, 0), (-1, -1), 3)]
            b = o.get('border', 'ruled')
            if b == 'ruled':
                style.append(('GRID', (0, 0), (-1, -1), 0.6, colors.black))
            if b == 'horizontal':
                style += [('LINEABOVE', (0, 0), (-1, 0), 1, colors.black), ('LINEBELOW', (0, -1), (-1, -1), 1, colors.black)]
            for i, j, c in cells:
                data[i][j] = Paragraph(esc(c['text']), st({'center': 1, 'left': 0}[c['align']]))
                if c['rs'] > 1 or c['cs'] > 1:
                    style.append(('SPAN', (j, i), (j + c['cs'] - 1, i + c['rs'] - 1)))
                if b == 'horizontal':
                    style.append(('LINEBELOW', (j, i + c['rs'] - 1), (j + c['cs'] - 1, i + c['rs'] - 1), 0.5, colors.black))
            tot = sum(t['widths'])
            story.append(Table(data, colWidths=[W * w / tot for w in t['widths']], style=TableStyle(style), repeatRows=t.get('thead', 0)))
        elif p[0] == 'break':
            story.append(PageBreak())
        elif p[0] == 'title':
            story += [Paragraph(esc(p[1]), st(1, size * 1.6)), Spacer(1, 6)]
        elif p[0] == 'spread':
            xs = p[1].split('|')
            story.append(Table([[Paragraph(esc(x), st(0 if k == 0 else 2 if k == len(xs) - 1 else 1)) for k, x in enumerate(xs)]], colWidths=[W / len(xs)] * len(xs)))
        else:
            story.append(Paragraph(esc(p[1]), st({'c': 1, 'r': 2}.get(p[0], 0))))
            story.append(Spacer(1, 3))
    SimpleDocTemplate(path, pagesize=page, leftMargin=40, rightMargin=40, topMargin=36, bottomMargin=36, invariant=1).build(story)


# ------------------------------------------------------------------ spreadsheet (for LibreOffice Calc)
def xlsx(doc, path):
    import math
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Side, Font, PatternFill
    from openpyxl.utils import get_column_letter
    o = doc.get('style', {})
    wb = Workbook()
    wb.remove(wb.active)
    parts, sheets = doc['parts'], [[]]
    for p in parts:
        sheets.append([]) if p[0] == 'break' else sheets[-1].append(p)
    fname, fs = o.get('calcfont', 'AR PL UMing CN'), o.get('calcsize', 10)
    for s, ps in enumerate(sheets):
        ws = wb.create_sheet('表%d' % (s + 1))
        ws.page_setup.paperSize = 9
        ws.page_setup.orientation = 'landscape' if o.get('page', '').endswith('landscape') else 'portrait'
        ws.sheet_properties.pageSetUpPr.fitToPage = True
        ws.page_setup.fitToHeight = 0
        ws.page_margins.left = ws.page_margins.right = 0.4
        widths = next(p[1]['widths'] for p in ps if p[0] == 'table')
        for j, w in enumerate(widths):
            ws.column_dimensions[get_column_letter(j + 1)].width = w
        n, r = len(widths), 1
        side = Side(style=None if o.get('border') == 'none' else 'thin')
        for p in ps:
            if p[0] == 'table':
                cells, m = grid(p[1]['rows'])
                assert m == n
                need = {}
                for i, j, c in cells:
                    x = ws.cell(r + i, j + 1, c['text'].replace('⏎', '\n'))
                    x.number_format = '@'
                    x.alignment = Alignment(horizontal=c['align'], vertical='center', wrap_text=True, textRotation=255 if c['vertical'] else 0)
                    x.font = Font(name=fname, size=fs, bold=c['bold'])
                    if o.get('border') == 'gray-filled' and c['bold']:
                        x.fill = PatternFill('solid', fgColor='DDE6F2')
                    for a in range(c['rs']):
                        for b in range(c['cs']):
                            ws.cell(r + i + a, j + b + 1).border = Border(side, side, side, side)
                    if c['rs'] > 1 or c['cs'] > 1:
                        ws.merge_cells(start_row=r + i, start_column=j + 1, end_row=r + i + c['rs'] - 1, end_column=j + c['cs'])
                    width = sum(widths[j:j + c['cs']])
                    lines = sum(max(1, math.ceil(sum(2.1 if ord(ch) > 255 else 1.1 for ch in part) / max(1, width - 1))) for part in c['text'].split('⏎'))
                    need[i] = max(need.get(i, 1), math.ceil(lines / c['rs']) if not c['vertical'] else 1)
                for i in range(len(p[1]['rows'])):
                    ws.row_dimensions[r + i].height = fs * 1.35 * need.get(i, 1) + 5
                if p[1].get('thead'):
                    ws.print_title_rows = '%d:%d' % (r, r + p[1]['thead'] - 1)
                r += len(p[1]['rows'])
            elif p[0] == 'spread':
                xs = p[1].split('|')
                for k, t in enumerate(xs):
                    col = 1 + k * n // len(xs)
                    x = ws.cell(r, col, t)
                    x.font = Font(name=fname, size=fs)
                    end = (k + 1) * n // len(xs)
                    if end > col:
                        ws.merge_cells(start_row=r, start_column=col, end_row=r, end_column=end)
                r += 1
            else:
                x = ws.cell(r, 1, p[1])
                x.font = Font(name=fname, size=fs * (1.6 if p[0] == 'title' else 1), bold=p[0] == 'title')
                x.alignment = Alignment(horizontal={'title': 'center', 'c': 'center', 'r': 'right'}.get(p[0], 'left'), wrap_text=True)
                ws.merge_cells(start_row=r, start_column=1, end_row=r, end_column=n)
                total = sum(widths)
                import math as m_
                ws.row_dimensions[r].height = fs * (2.2 if p[0] == 'title' else 1.5) * max(1, m_.ceil(len(p[1]) * 2.1 / total))
                r += 1
    wb.save(path)
