#!/usr/bin/env python3
"""Show what the confidence of records read from pictures is worth: how many records at each confidence are exact.

  confidence.py SCORER MANIFEST TRUTH INDICATORS FORMS [--svg FILE]     (several sets: repeat --set instead)
  confidence.py SCORER --set MANIFEST TRUTH INDICATORS FORMS --set ... [--svg FILE]

SCORER is score_records.py, whose matching is used. A record is exact when every field agrees with the truth after
folding (NFKC, no white space); a record without a match in the truth is wrong. Standard library only.
"""
import argparse
import importlib.util
import os

EDGES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001]


def load_scorer(path):
    spec = importlib.util.spec_from_file_location('score_records', path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def judged(scorer, manifest, truth, indicators, forms):
    """(confidence, exact) of each predicted record whose text was read from a picture."""
    rows_of = {}
    for row in scorer.read_jsonl(indicators):
        rows_of.setdefault(row['form_id'], []).append(row)
    forms_of = {}
    for form in scorer.read_jsonl(forms):
        form['_rows'] = rows_of.get(form['form_id'], [])
        forms_of.setdefault(os.path.basename(form['source']['file']), []).append(form)
    result = []
    for entry, truth_forms in scorer.load_manifest(manifest, truth):
        predicted = forms_of.get(os.path.basename(entry['file']), [])
        pairs = scorer.align_forms(truth_forms, predicted)
        partner = {b: a for a, b in pairs if a is not None and b is not None}
        for index, form in enumerate(predicted):
            want = truth_forms[partner[index]]['indicators'] if index in partner else []
            match = {b: a for a, b in scorer.match_rows(want, form['_rows'], True)}
            for number, row in enumerate(form['_rows']):
                if row['source']['text_source'] != 'ocr':
                    continue
                exact = number in match and all(
                    scorer.row_same(want[match[number]], row, field, True) for field in scorer.ROW_FIELDS)
                result.append((float(row['confidence']), exact))
    return result


def bins(records):
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [exact for confidence, exact in records if low <= confidence < high]
        yield low, min(high, 1), len(inside), sum(inside)


def plot(records, path):
    """Share of exact records over the confidence, with the number of records beside each point."""
    left, top, width, height = 60, 30, 600, 320

    def place(x, y):
        return left + x * width, top + (1 - y) * height

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 420" font-family="sans-serif" font-size="12">',
        '<rect width="700" height="420" fill="white"/>',
        '<text x="60" y="18">Records read from pictures: share of exact ones by confidence (number of records)</text>',
    ]
    for tick in range(0, 11, 2):
        x, y = place(tick / 10, tick / 10)
        parts.append(f'<line x1="{left}" x2="{left + width}" y1="{y:.0f}" y2="{y:.0f}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{tick / 10}</text>')
        parts.append(f'<text x="{x:.0f}" y="{top + height + 18}" text-anchor="middle">{tick / 10}</text>')
    (x0, y0), (x1, y1) = place(0, 0), place(1, 1)
    parts.append(f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#999" stroke-dasharray="4"/>')
    points = []
    for low, high, count, exact in bins(records):
        if count:
            x, y = place((low + high) / 2, exact / count)
            points.append((x, y, count))
    line = ' '.join(f'{x:.1f},{y:.1f}' for x, y, _ in points)
    parts.append(f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>')
    for x, y, count in points:
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#1f5fa8"/>')
        parts.append(f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle" fill="#444">{count}</text>')
    parts.append(f'<text x="{left + width / 2}" y="{top + height + 40}" text-anchor="middle">confidence</text></svg>')
    with open(path, 'w', encoding='utf-8') as out:
        out.write('\n'.join(parts) + '\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('scorer')
    parser.add_argument('files', nargs='*', metavar='MANIFEST TRUTH INDICATORS FORMS')
    parser.add_argument('--set', nargs=4, action='append', default=[])
    parser.add_argument('--svg')
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    records = []
    for paths in args.set + ([args.files] if args.files else []):
        records += judged(scorer, *paths)
    print('confidence      records   exact   share')
    for low, high, count, exact in bins(records):
        print(f'{low:.2f} to {high:.2f} {count:10} {exact:7}   {exact / count if count else 0:.3f}')
    high = [exact for confidence, exact in records if confidence >= 0.9]
    wrong = [confidence for confidence, exact in records if not exact]
    print(f'at 0.9 and more: {len(high)} records, {sum(high) / max(1, len(high)):.4f} exact')
    print(f'wrong: {len(wrong)} records, {sum(c < 0.8 for c in wrong) / max(1, len(wrong)):.3f} of them below 0.8')
    if args.svg:
        plot(records, args.svg)


if __name__ == '__main__':
    main()
