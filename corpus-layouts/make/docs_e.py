"""Titles inside the table, stretched labels, stacked value headers, a notice between two forms, and scans."""
from docs_d import add as add_d
import docs_d
from layout import block
from truthlib import D, F, L, Q, R, form

DOCS = []


def add(*args, **style):
    add_d(*args, **style)
    DOCS.append(docs_d.DOCS.pop())


# ---------------------------------------------------------------- the title is a cell of the table
rows, inds = block('L1:一级指标|L2:二级指标|L3:三级指标|W:分值|T:年度指标值|A:全年完成值|S:得分|R:未完成原因和改进措施', '''
产出指标|数量指标|造林抚育面积|10|≥18.6万亩|18.9万亩|10|
||国家级公益林管护|10|62.4万亩|62.4万亩|10|
|质量指标|造林合格率|10|≥90%|91.2%|10|
|时效指标|任务当年完成率|10|100%|97%|9.7|高海拔地块待来年春季补植
|成本指标|森林抚育补助|10|≤200元/亩|200元/亩|10|
效益指标|生态效益指标|森林蓄积量增长|15|≥1.1%|1.3%|15|
|社会效益指标|选聘生态护林员|15|1260名|1260名|15|
满意度指标|服务对象满意度指标|林区职工群众满意度|10|≥85%|88%|10|
''', vals={'18.9万亩': Q(None, 189000, '亩')}, lead='绩⏎效⏎指⏎标')
add('title-in-table-forestry', 'title-in-table', 'libreoffice-calc', ['ruled', 'title-in-table', 'transfer-payment'],
    '转移支付区域绩效目标自评表 with the title, the year and the unit line as bordered cells of the table',
    [('table', dict(widths=[5, 11, 13, 22, 9, 13, 13, 8, 20], rows=[
        '{c9b}林业改革发展资金转移支付区域绩效目标自评表', '{c9}（2022年度）', '{c5l}填报单位：苍岭市林业和草原局|{c4}单位：万元', '{c2}专项名称|{c7}林业改革发展资金', '{c2}主管部门|{c3}苍岭市林业和草原局|实施单位|{c3}各县（市、区）林业和草原局',
        '{c2r4}资金情况|{c2}|{c1}年初预算数|全年预算数|全年执行数|分值|执行率', '{c2l}年度资金总额：|9,300|9,486.2|9,201.61|10|97%', '{c2l}其中：中央补助|8,000|8,186.2|7,901.61|—|96.52%', '{c2l}地方资金|1,300|1,300|1,300|—|100%',
        '{c2r2}总体目标|{c4}年初设定目标|{c3}年度总体目标完成情况综述', '{c4l}完成造林抚育18.6万亩，管护公益林62.4万亩。|{c3l}造林抚育18.9万亩，公益林管护全覆盖。', *rows, '{c4}总分|100|||89.7|']))],
    [form('project_self_evaluation', '林业改革发展资金转移支付区域绩效目标自评表', 2022, inds, '林业改革发展资金', '苍岭市林业和草原局', None, '各县（市、区）林业和草原局',
          [F('total', '年度资金总额', initial=93000000, adjusted=94862000, executed=92016100, weight=10, rate=97), F('other', '其中：中央补助', initial=80000000, adjusted=81862000, executed=79016100, rate=96.52),
           F('other', '地方资金', initial=13000000, adjusted=13000000, executed=13000000, rate=100)],
          reporting_unit='苍岭市林业和草原局', expected_goal='完成造林抚育18.6万亩，管护公益林62.4万亩。', actual_completion='造林抚育18.9万亩，公益林管护全覆盖。', total_weight=100, total_score=89.7)])

# ---------------------------------------------------------------- stretched labels, stacked header of target and actual
rows, inds = block('L1:一级指标|L2:二级指标|L3:三级指标|T:目标值|A:实际完成值|W:权重|S:自评得分|R:偏差原因', '''
产 出 指 标 （ 50 分 ）|数量指标|救助流浪乞讨人员|≥860 人次|912 人次|15|15|
||慰问困难群众|1,500 户|1,500 户|10|10|
|质量指标|救助对象认定准确率|≥ 98 %|98.6 %|15|15|
|时效指标|救助金发放时间|每月15日前|按时发放|10|10|
效 益 指 标 （ 30 分 ）|社会效益指标|困难群众基本生活|有效保障|有效保障|30|30|
满 意 度⏎指 标 （ 10 分 ）|服 务 对 象⏎满意度指标|救助对象满意度|≥ 95 %|92.5 %|10|9.5|回访样本量不足
''', vals={'每月15日前': L()}, lead='绩⏎⏎效⏎⏎指⏎⏎标', head=['{r2}一 级⏎指 标|{r2}二 级⏎指 标|{r2}三级指标|{c2}指 标 值|{r2}权重|{r2}自评得分|{r2}偏差原因', '目标值|实际完成值'])
add('stretched-labels-relief', 'stacked-values', 'reportlab', ['ruled', 'stretched-labels', 'stacked-header'],
    'labels stretched by spaces and by empty lines, 指标值 stacked over 目标值 and 实际完成值, spaces inside values',
    [('title', '项 目 支 出 绩 效 自 评 表'), ('c', '（ 2021 年度 ）'), ('spread', '填报单位（盖章）：月牙县民政局|填报日期：2022 年 4 月 6 日'), ('table', dict(widths=[5, 12, 13, 20, 12, 12, 7, 8, 14], rows=[
        '{c2}项 目 名 称|{c7}困难群众救助补助', '{c2}主 管 部 门|{c2}月牙县民政局|{c2}实 施 单 位|{c3}月牙县救助管理站', '{c2}项 目 负 责 人|{c2}温 故|{c2}联 系 电 话|{c3}0931 - 5550626',
        '{r4c2}项目资金⏎（万元）|资 金 来 源|年初预算数|{c1}全年预算数|全年执行数|分值|执行率|得分', '{l}年度资金总额|2,460|2,460|2,398.5|10|97.5%|9.75', '{l}其中：上级补助|2,000|2,000|1,998.5|-|99.93%|-', '{l}本级安排|460|460|400|-|86.96%|-',
        '{r2c2}年 度⏎总 体⏎目 标|{c4}预 期 目 标|{c3}实 际 完 成 情 况', '{c4l}救助流浪乞讨人员860人次以上，慰问困难群众1500户。|{c3l}救助912人次，慰问1500户。', *rows,
        '{c6}总　　　　　　分|100|99.25|', '{c2}自 评⏎结 论|{c7l}优。救助及时，资金发放规范；回访工作需进一步加强。'])), ('l', '联系人：温 故')],
    [form('project_self_evaluation', '项目支出绩效自评表', 2021, inds, '困难群众救助补助', '月牙县民政局', None, '月牙县救助管理站',
          [F('total', '年度资金总额', initial=24600000, adjusted=24600000, executed=23985000, weight=10, rate=97.5, score=9.75), F('superior_subsidy', '其中：上级补助', initial=20000000, adjusted=20000000, executed=19985000, rate=99.93),
           F('local_arrangement', '本级安排', initial=4600000, adjusted=4600000, executed=4000000, rate=86.96)],
          reporting_unit='月牙县民政局', report_date='2022-04-06', expected_goal='救助流浪乞讨人员860人次以上，慰问困难群众1500户。', actual_completion='救助912人次，慰问1500户。', total_weight=100, total_score=99.25,
          conclusion='优。救助及时，资金发放规范；回访工作需进一步加强。', grade='优', contact='温故', fields={'项目负责人': '温故', '联系电话': '0931-5550626'})], rlsize=9)

# ---------------------------------------------------------------- three forms that follow each other without a page break


def small(name, code_, unit, amount, goal, text, vals=None):
    rows, inds = block('L1:一级指标|L2:二级指标|L3:三级指标|DIR:指标方向性|T:指标值|U:计量单位|W:分值', text, vals=vals)
    return [('title', '2025年市级项目绩效目标表'), ('table', dict(widths=[12, 16, 28, 11, 13, 11, 9], rows=[
        '项目名称|{c2}' + name + '|主管部门|{c3}' + code_ + '-栖霞市卫生健康委员会', '实施单位|{c2}' + unit + '|年度预算|{c3}' + amount[0], '年度绩效目标|{c6l}' + goal, *rows]))], \
        form('project_target', '2025年市级项目绩效目标表', 2025, inds, name, '栖霞市卫生健康委员会', code_, unit, [F('total', '年度预算', amount[1])], expected_goal=goal)


P, FS = [], []
for args in (
    ('无偿献血宣传', '361', '栖霞市中心血站', ('128.5万元', 1285000), '稳定临床用血供应。', '''
产出指标|数量指标|采血总量|正向|≥4.8|吨|30
|质量指标|血液报废率|反向|≤1.5|%|20
效益指标|社会效益指标|临床用血满足率|正向|≥99|%|30
满意度指标|满意度指标|献血者满意度|正向|≥95|%|10
'''), ('院前急救能力建设', '361', '栖霞市急救中心', ('2,360,000元', 2360000), '缩短急救反应时间。', '''
产出指标|数量指标|更新救护车|正向|4|辆|20
|时效指标|平均反应时间|反向|＜12|分钟|30
|成本指标|单车价格|反向|≤52|万元|10
效益指标|可持续影响指标|急救网络|正向|逐步完善||20
满意度指标|满意度指标|呼救者满意度|正向|≥90|%|10
'''), ('计划生育家庭扶助', '361', '栖霞市妇幼保健中心', ('0.86亿元', 86000000), '落实扶助政策，按时足额发放。', '''
产出指标|数量指标|扶助人数|正向|＝0.92|万人|30
|质量指标|扶助对象准确率|正向|100|%|20
|成本指标|扶助标准|反向|≤960|元/人.年|10
效益指标|社会效益指标|家庭发展能力|正向|有所提升||20
满意度指标|满意度指标|扶助对象满意度|正向|≥90|%|10
''', {'＝0.92万人': Q('=', 9200, '人')})):
    p, f = small(*args)
    P += p
    FS.append(f)
add('three-in-a-row-health', 'forms-in-a-row', 'chromium', ['ruled', 'two-per-page', 'direction', 'continued'],
    'three short forms run on without page breaks; 指标方向性 before the value; the amount in 万元, 元 and 亿元', P, FS, page='A5', size='9.5pt', margin='10mm')


def scan(name, of, forms, traits, purpose, dpi, quality=60):
    DOCS.append(dict(name=name, producer='scan', of=of, dpi=dpi, quality=quality, traits=traits, purpose=purpose, parts=[], forms=forms, truth_of=of.split('.')[0]))


import docs_a  # noqa: E402
import docs_b  # noqa: E402
by = {d['name']: d for d in docs_a.DOCS + docs_b.DOCS + docs_d.DOCS}
for name, of, dpi in (('scan-anhui-2022-education', 'anhui-2022-education.libreoffice-calc.pdf', 200), ('scan-ningxia-2021-civil', 'ningxia-2021-civil.chromium.pdf', 150),
                      ('scan-neimenggu-2021-grassland', 'neimenggu-2021-grassland.libreoffice-calc.pdf', 200)):
    src = by[of.split('.')[0]]
    scan(name, of, src['forms'], ['ruled', src['traits'][-1]], 'image of %s at %d dpi, JPEG' % (of, dpi), dpi)
