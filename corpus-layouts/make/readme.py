#!/usr/bin/env python3
"""readme.py: writes ../README.md from readme-head.md and the manifest."""
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.dirname(HERE)
docs = json.load(open(os.path.join(OUT, 'manifest.json'), encoding='utf-8'))['documents']
lines = [open(os.path.join(HERE, 'readme-head.md'), encoding='utf-8').read().rstrip(), '', '## Files', '',
         '| file | producer | forms | purpose |', '|---|---|---|---|']
lines += ['| `%s` | %s | %d | %s |' % (d['file'], d['producer'], len(d['forms']), d['note'].replace('|', '\\|')) for d in docs]
open(os.path.join(OUT, 'README.md'), 'w', encoding='utf-8').write('\n'.join(lines) + '\n')
