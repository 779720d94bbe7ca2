"""Truth in the shape of RECORDS.md: values, indicator rows, funding lines and forms.

Only the plain cases are read by rule ("≥95%", "12个", a phrase without digits); a cell with digits that is
none of these raises, so that its value has to be given by hand in the `vals` of its block.
"""
import re

LEVEL1 = {'产出': 'output', '效益': 'benefit', '满意度': 'satisfaction', '成本': 'cost', '投入': 'input', '过程': 'process'}
LEVEL2 = {
    '数量': 'quantity', '质量': 'quality', '时效': 'timeliness', '成本': 'cost', '产出数量': 'quantity',
    '产出质量': 'quality', '产出时效': 'timeliness', '产出成本': 'cost', '经济成本': 'economic_cost',
    '社会成本': 'social_cost', '生态环境成本': 'ecological_cost', '经济效益': 'economic_benefit',
    '社会效益': 'social_benefit', '生态效益': 'ecological_benefit', '可持续影响': 'sustainable_impact',
    '满意度': 'satisfaction', '服务对象满意度': 'satisfaction', '社会公众或服务对象满意度': 'satisfaction',
    '目标设定': 'target_setting', '预算配置': 'budget_allocation', '预算执行': 'budget_execution',
    '预算管理': 'budget_management', '资产管理': 'asset_management'}
OPS = {'≥': '>=', '≧': '>=', '>=': '>=', '＞=': '>=', '⩾': '>=', '≤': '<=', '≦': '<=', '<=': '<=', '⩽': '<=',
       '=': '=', '＝': '=', '﹦': '=', '═': '=', '等于': '=', '>': '>', '＞': '>', '大于': '>', '超过': '>', '<': '<',
       '＜': '<', '小于': '<', '低于': '<', '不低于': '>=', '不少于': '>=', '不超过': '<=', '不高于': '<=', '约': '~'}
TAIL = {'以上': '>=', '及以上': '>=', '以内': '<=', '以下': '<=', '及以下': '<=', '左右': '~'}
UNITS = ('% ％ 百分比 百分点 元 人 人次 户 个 次 项 家 场 场次 公里 千米 亩 套 台 件 篇 期 天 小时 分钟 年 月 元/人·月 元/人.年 元/亩 元/公里 '
         '元/场 次/年 处 座 册 吨 公斤 起 辆 名 所 间 平方米 批 份 条 元/平方米 元/人次 元/人 元/生·年 头 株 例 类 人/次 元/套 元/台 '
         '元/辆 部 分 立方米 棵 口 门 门次 班 学时 元/学时 元/户 条次 只 村 元/次 盏 元/盏 元/册 元/只 元/头 款 级 元/立方米 块 首 日 元/处 人天 车次 趟 公顷 元/吨 元/间 元/次·车').split()
NUM = r'-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?'
PLAIN = re.compile(r'^(%s)?(%s)(万|亿)?(%s)?(%s)?$' % (
    '|'.join(map(re.escape, sorted(OPS, key=len, reverse=True))), NUM,
    '|'.join(map(re.escape, sorted(UNITS, key=len, reverse=True))), '|'.join(sorted(TAIL, key=len, reverse=True))))


def number(text):
    text = text.replace(',', '')
    return float(text) if '.' in text else int(text)


def exact(text, factor):
    """The number times a whole factor, free of binary rounding."""
    from decimal import Decimal
    d = Decimal(text.replace(',', '')) * factor
    return int(d) if d == d.to_integral_value() else float(d)


def value(text, kind, operator=None, value=None, lower=None, upper=None, unit=None, date=None, quantities=()):
    return dict(text=text, kind=kind, operator=operator, value=value, lower=lower, upper=upper, unit=unit, date=date,
                quantities=[dict(operator=o, value=v, unit=u) for o, v, u in quantities])


def Q(operator, v, unit=None):
    return lambda t: value(t, 'quantity', operator, v, unit=unit)


def R(lower, upper, unit=None):
    return lambda t: value(t, 'range', lower=lower, upper=upper, unit=unit)


def D(operator, date):
    return lambda t: value(t, 'date', operator, date=date)


def L(*quantities):
    return lambda t: value(t, 'qualitative', quantities=quantities)


def plain(text, vals):
    if text is None:
        return None
    if text in vals:
        return vals[text](text)
    m = PLAIN.match(text)
    if m:
        op, num, scale, unit, tail = m.groups()
        assert not (op and tail), text
        factor = {'万': 10000, '亿': 100000000, None: 1}[scale]
        unit = '%' if unit == '％' else unit
        if scale and not unit:
            raise SystemExit('scale without unit, give the value by hand: ' + text)
        return value(text, 'quantity', OPS.get(op) if op else TAIL.get(tail), exact(num, factor), unit=unit)
    if re.search(r'[0-9０-９]', text):
        raise SystemExit('not a plain value, give it by hand: ' + text)
    return value(text, 'qualitative')


def clean(text):
    """A printed cell as RECORDS.md wants it: wraps joined, layout spaces dropped, markup removed, dashes null."""
    t = re.sub(r'</?(?:p|br)\s*/?>', '', text.replace('⏎', '\n'))
    t = re.sub(r'(?<=[A-Za-z])\s+(?=[A-Za-z])', '\0', t)
    t = re.sub(r'\s+', '', t).replace('\0', ' ')
    return None if t in ('', '-', '—', '/') else t


def cut_weight(label):
    m = re.match(r'^(.*?)[（(](\d+(?:\.\d+)?)分[)）]$', label)
    return (m.group(1), number(m.group(2))) if m else (label, None)


def code(table, label):
    return table.get(re.sub(r'指标$', '', label)) if label else None


def indicator(l1, l2, l3, target=None, actual=None, weight=None, score=None, direction=None, rule=None, reason=None,
              remark=None, extra=None):
    name1, w1 = cut_weight(l1)
    name2 = cut_weight(l2)[0] if l2 else None
    return dict(level1=name1, level2=name2, level3=l3, level1_code=code(LEVEL1, name1), level2_code=code(LEVEL2, name2),
                level1_weight=w1, target=target, actual=actual, weight=weight, score=score, direction=direction,
                scoring_rule=rule, variance_reason=reason, remark=remark, extra=extra or {})


def F(item, label, amount=None, initial=None, adjusted=None, executed=None, weight=None, rate=None, score=None):
    return dict(item=item, label=label, amount=amount, initial_budget=initial, adjusted_budget=adjusted,
                executed=executed, weight=weight, execution_rate=rate, score=score)


def form(kind, title, year, inds, project=None, dept=None, dcode=None, unit=None, funds=(), **more):
    head = dict(form_kind=kind, form_title=title, fiscal_year=year, project_name=project, department=dept,
                department_code=dcode, implementing_unit=unit)
    rest = dict(reporting_unit=None, report_date=None, funds=list(funds), expected_goal=None, actual_completion=None,
                overview=None, policy_basis=None, duties=None, total_weight=None, total_score=None, conclusion=None,
                grade=None, contact=None, fields={})
    for k, v in more.items():
        assert k in rest, k
        rest[k] = v
    return dict(head, **rest, indicator_count=len(inds), indicators=[dict(head, **i) for i in inds])
