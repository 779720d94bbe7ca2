#!/usr/bin/env python3
"""Second set of forms. Typst (tables as text), LibreOffice Calc (from workbooks made with openpyxl), LibreOffice Writer (from HTML).
Every form is a function that prints the page and returns its truth. Run: python3 b_forms.py"""
import json, os, subprocess, pathlib, tempfile, typst, pymupdf
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side, Font, PatternFill
from openpyxl.worksheet.pagebreak import Break
from openpyxl.utils import get_column_letter as CL
HERE=pathlib.Path(__file__).resolve().parent; OUT=HERE.parent; truth={}
FONTS=['/usr/share/fonts']
ENV=dict(os.environ,)
J=lambda s: json.dumps(s,ensure_ascii=False)

# ---- typst -------------------------------------------------------------------------------------------------
def cell(t,x=1,y=1,a=None,f=None,b=False,s=None,down=False):
    o=[]
    if x>1:o.append('colspan:%d'%x)
    if y>1:o.append('rowspan:%d'%y)
    if a:o.append('align:%s'%a)
    if f:o.append('fill:rgb("%s")'%f)
    if s is not None:o.append('stroke:%s'%s)
    body=' \\ '.join('#'+J(p) for p in (list(t) if down else t.split('\n')))
    if b: body='*'+body+'*' if False else '#text(weight:"bold")['+body+']'
    return 'table.cell(%s)[%s]'%(','.join(o),body)
def tab(cols,cells,head=0,extra='',headcells=None):
    h='table.header(repeat:true,%s),'%','.join(headcells) if headcells else ''
    return '#table(columns:(%s),align:center+horizon,inset:(x:3pt,y:4.2pt),%s\n%s%s)\n'%(','.join(cols),extra,h,',\n'.join(cells))
def typ(name,body,font='Noto Serif CJK SC',size=9,page='paper:"a4"',margin='1.8cm',stroke='0.5pt',pre=''):
    src='#set page(%s,margin:%s)\n#set text(font:"%s",size:%spt,lang:"zh",region:"cn")\n#set table(stroke:%s)\n#set par(leading:0.5em,justify:false)\n%s\n%s'%(page,margin,font,size,stroke,pre,body)
    f=HERE/(name+'.typ'); f.write_text(src,encoding='utf8')
    typst.compile(str(f),output=str(OUT/(name+'.pdf')),font_paths=FONTS,ignore_system_fonts=True)
def title(t,sub='',size=16): return '#align(center)[#text(size:%dpt,weight:"bold")[#%s]%s]\n'%(size,J(t),' \\ #'+J(sub) if sub else '')
def ends(a,b): return '#grid(columns:(1fr,auto),[#%s],[#%s])\n#v(-4pt)\n'%(J(a),J(b))
def runs(rows,c):
    """(i, n) of the runs of equal first c+1 columns"""
    out=[];i=0
    while i<len(rows):
        k=i
        while k+1<len(rows) and rows[k+1][:c+1]==rows[i][:c+1]: k+=1
        out.append((i,k-i+1));i=k+1
    return dict(out)

# ---- calc ---------------------------------------------------------------------------------------------------
THIN=Side(style='thin'); BOX=Border(left=THIN,right=THIN,top=THIN,bottom=THIN)
class Sheet:
    def __init__(s,widths,font='AR PL UMing CN',size=10,land=False,border=BOX):
        s.wb=Workbook();s.ws=s.wb.active;s.font,s.size,s.border=font,size,border;s.r=1;s.n=len(widths)
        for i,w in enumerate(widths): s.ws.column_dimensions[CL(i+1)].width=w
        p=s.ws.page_setup;p.paperSize=9;p.orientation='landscape' if land else 'portrait';p.fitToWidth=1;p.fitToHeight=0;s.ws.sheet_properties.pageSetUpPr.fitToPage=True
        s.ws.page_margins.left=s.ws.page_margins.right=.5;s.ws.page_margins.top=s.ws.page_margins.bottom=.6
        s.ws.oddFooter.center.text='';s.ws.print_options.horizontalCentered=True
    def put(s,c,t,w=1,h=1,al='center',bold=False,fill=None,border=True,size=None,r=None,rot=None,font=None,num=None):
        r=r or s.r;x=s.ws.cell(r,c);x.value=t
        x.alignment=Alignment(horizontal=al,vertical='center',wrap_text=True,textRotation=rot)
        x.font=Font(name=font or s.font,size=size or s.size,bold=bold)
        if num: x.number_format=num
        if fill: x.fill=PatternFill('solid',fgColor=fill)
        for i in range(r,r+h):
            for j in range(c,c+w):
                if border and s.border: s.ws.cell(i,j).border=s.border
        if w>1 or h>1: s.ws.merge_cells(start_row=r,start_column=c,end_row=r+h-1,end_column=c+w-1)
    def row(s,*cells,h=None):
        """cells: text or (text, width[, options])"""
        c=1
        for x in cells:
            t,w,o=(x,1,{}) if isinstance(x,str) or x is None else (x[0],x[1],x[2] if len(x)>2 else {})
            if t is not None: s.put(c,t,w,**o)
            c+=w
        if h: s.ws.row_dimensions[s.r].height=h
        s.r+=1
    def save(s,name):
        for i in range(1,s.r+1):
            if not s.ws.row_dimensions[i].height: s.ws.row_dimensions[i].height=s.size*2
        f=HERE/(name+'.xlsx');s.wb.save(f)
        subprocess.run(['soffice','--headless','--convert-to','pdf','--outdir',str(OUT),str(f)],env=ENV,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL,timeout=180)

# ==============================================================================================================
def b01():
    name='b01-levels-right-of-the-name'
    D=[('设置公益性岗位','120个','数量指标','产出指标','就业股','花名册'),('岗位补贴发放准确率','＝100%','质量指标','产出指标','就业股','银行回单'),
       ('补贴发放及时率','≥98%','时效指标','产出指标','财务股','银行回单'),('岗位补贴标准','1,790元/人·月','成本指标','产出指标','财务股','文件'),
       ('帮扶困难人员再就业','≥110人','社会效益指标','效益指标','就业股','系统数据'),('零就业家庭动态清零','保持','社会效益指标','效益指标','就业股','系统数据'),
       ('长效帮扶机制','初步形成','可持续影响指标','效益指标','办公室','制度文本'),('在岗人员满意率','≥90%','服务对象满意度指标','满意度指标','办公室','问卷')]
    H='EDEDED'
    c=[cell('项目名称',f='#'+H),cell('公益性岗位补贴',2),cell('项目单位',f='#'+H),cell('竹溪口县就业服务中心',2),
       cell('批复文号',f='#'+H),cell('竹财绩〔2025〕14号',2),cell('项目期限',f='#'+H),cell('2025年1月—2025年12月',2),
       cell('批复资金',f='#'+H,y=2),cell('资金总额'),cell('257.76万元'),cell('其中：上级补助'),cell('180.00万元',2),
       cell('县级财政资金'),cell('77.76万元'),cell('自筹资金'),cell('—',2),
       cell('绩效目标',6,f='#'+H,b=True),cell('中期目标（2025—2027年）',3),cell('年度目标',3),
       cell('建立困难群体就业托底安置体系，三年安置不少于360人。',3,a='left+horizon'),cell('设置公益性岗位120个，按月足额发放岗位补贴。',3,a='left+horizon'),
       cell('绩效指标',6,f='#'+H,b=True)]
    c+=[cell(x,b=True) for x in ('三级指标','目标值','二级指标','一级指标','责任股室','数据来源')]
    for d in D: c+=[cell(d[0],a='left+horizon')]+[cell(x) for x in d[1:]]
    typ(name,title('项目支出绩效目标批复表','（2025年度）')+tab(['1.6fr','1.2fr','1.3fr','1.1fr','0.9fr','0.9fr'],c))
    truth[name]=dict(title='项目支出绩效目标批复表',year=2025,kind='project_target_approval',project='公益性岗位补贴',funds=[['资金总额',2577600],['上级补助',1800000],['县级财政资金',777600]],
        rows=[dict(l1=d[3],l2=d[2],l3=d[0],t=d[1],keep=[d[4],d[5]]) for d in D])

def b02():
    name='b02-target-and-actual-split'
    D=[('产出','数量','抽检食品批次','≥','4200','批次','4,356','批次','103.7%','12','12',''),('产出','数量','快检覆盖乡镇','=','21','个','21','个','100%','8','8',''),
       ('产出','质量','检验报告差错率','≤','0.5','%','0.2','%','—','15','15',''),('产出','时效','不合格产品核查处置时限','≤','90','日','74','日','—','10','10',''),
       ('产出','成本','单批次抽检成本','≤','1150','元','1,142.5','元','—','5','5',''),('效益','社会效益','食品安全监督抽检合格率','≥','98','%','97.4','%','99.4%','20','18.8','餐饮具消毒不合格较多'),
       ('效益','可持续影响','风险会商机制','定性','健全','','基本健全','','—','10','8','会商频次不足'),('满意度','群众满意','群众食品安全满意度','≥','80','%','83.6','%','104.5%','10','10','')]
    g='#DCE6F1'
    hd=[cell(x,y=2,f=g) for x in ('一级指标','二级指标','三级指标')]+[cell('绩效目标值',3,f=g),cell('全年完成情况',2,f=g)]+[cell(x,y=2,f=g) for x in ('完成率','标准分','评分','未达标说明')]+[cell(x,f=g) for x in ('符号','数值','单位','数值','单位')]
    top=[cell('项目名称',2,f=g),cell('食品安全监督抽检',4),cell('主管部门',2,f=g),cell('峄川市市场监督管理局',4),
         cell('资金使用情况\n（万元）',2,4,f=g),cell('资金性质'),cell('年初预算',3),cell('调整后预算',2),cell('实际支出',2),cell('执行率'),cell('评分'),
         cell('总计'),cell('498.00',3),cell('505.30',2),cell('503.78',2),cell('99.7%'),cell('9.97'),
         cell('一般公共预算'),cell('498.00',3),cell('498.00',2),cell('496.48',2),cell('99.7%'),cell(''),
         cell('上年结余'),cell('0',3),cell('7.30',2),cell('7.30',2),cell('100%'),cell(''),
         cell('绩效目标',2,f=g),cell('全年抽检4200批次以上，处置率百分之百，守住不发生系统性食品安全风险的底线。',10,a='left+horizon')]
    b=[];r1,r2=runs(D,0),runs(D,1)
    for i,d in enumerate(D):
        if i in r1:b.append(cell(d[0],y=r1[i]))
        if i in r2:b.append(cell(d[1],y=r2[i]))
        b.append(cell(d[2],a='left+horizon'));b+=[cell(x) for x in d[3:11]];b.append(cell(d[11],a='left+horizon'))
    b+=[cell('总得分',9),cell('100'),cell('96.77'),cell('')]
    typ(name,title('2024年度财政支出项目绩效自评表','',15)+tab(['0.9fr','1.1fr','2fr','0.75fr','0.8fr','0.8fr','0.95fr','0.8fr','0.95fr','0.8fr','0.8fr','1.35fr'],top+hd+b),font='WenQuanYi Micro Hei',size=8.5,margin='1.3cm',stroke='0.6pt+rgb("#444")')
    # 12+8+15+10+5+18.8+8+10 = 86.8 ; + 9.97 = 96.77
    truth[name]=dict(title='2024年度财政支出项目绩效自评表',year=2024,kind='project_self_evaluation',project='食品安全监督抽检',total=[100,96.77],
        funds=[['总计',4980000,5053000,5037800],['一般公共预算',4980000,4980000,4964800],['上年结余',0,73000,73000]],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=(d[4] if d[3]=='定性' else d[3]+d[4]+d[5]),a=[d[6]+d[7],d[6]],w=float(d[9]),s=float(d[10]),keep=[d[8] if d[8]!='—' else '',d[11]]) for d in D])

def b03():
    name='b03-department-tasks-and-two-pages'
    s=Sheet([12,14,24,18,26,16],size=10.5)
    s.row(('部门整体支出绩效目标申报表',6,dict(border=False,size=16,bold=True)),h=32)
    s.row(('（2026年度）',6,dict(border=False)))
    s.row(('部门名称',1),('岚山湾市自然资源和规划局',2),('部门预算编码',1),('318',2))
    s.row(('年度预算资金（万元）',2),('合计',1),('财政拨款',1),('事业收入',1),('其他收入',1))
    s.row(('基本支出',2),'4,216.50','4,216.50','','')
    s.row(('项目支出',2),'7,830.00','7,200.00','600.00','30.00')
    s.row(('总额',2),'12,046.50','11,416.50','600.00','30.00')
    r=s.r;s.put(1,'年度主要任务',1,4)
    for a,b,c in (('任务名称','主要内容','预算金额（万元）'),('国土空间规划','完成乡镇级规划编制和入库',"1,850.00"),('地质灾害防治','隐患点巡查、搬迁避让和工程治理','3,120.00'),('不动产登记','推进登记财产数据归集','960.00')):
        s.put(2,a,1);s.put(3,b,3);s.put(6,c,1);s.r+=1
    s.row(('年度总体目标',1),('严守耕地保护红线，健全国土空间规划体系，提升地质灾害防治能力和不动产登记服务水平。',5,dict(al='left')),h=36)
    hr=s.r
    s.row(*[(x,1,dict(bold=True,fill='D9D9D9')) for x in ('一级指标','二级指标','三级指标','绩效目标值','目标值确定依据','责任处室')],h=24)
    D=[('产出指标','数量指标','乡镇国土空间规划编制数','36个','市政府工作要点','规划处'),('产出指标','数量指标','地质灾害隐患点巡查次数','≥5,400次','防灾方案','防灾处'),
       ('产出指标','数量指标','新增耕地面积','≥8,600亩','省下达任务','耕保处'),('产出指标','质量指标','规划成果入库率','100%','入库规范','规划处'),
       ('产出指标','质量指标','登记资料差错率','≤0.1%','内部考核办法','登记中心'),('产出指标','时效指标','一般登记办理时限','3个工作日以内','承诺服务清单','登记中心'),
       ('产出指标','成本指标','三公经费','较上年不增长','厉行节约要求','财务处'),('效益指标','经济效益指标','土地出让收入','≥42亿元','收入预算','利用处'),
       ('效益指标','社会效益指标','地质灾害死亡人数','0人','年度考核目标','防灾处'),('效益指标','生态效益指标','矿山生态修复面积','≥1200亩','修复规划','修复处'),
       ('效益指标','可持续影响指标','耕地保护机制','持续完善','省考核办法','耕保处'),('满意度指标','服务对象满意度指标','办事企业满意度','≥92%','上年实际','登记中心'),
       ('满意度指标','服务对象满意度指标','搬迁群众满意度','≥90%','上年实际','防灾处')]
    r1,r2=runs(D,0),runs(D,1)
    for i,d in enumerate(D):
        if i in r1:s.put(1,d[0],1,r1[i])
        if i in r2:s.put(2,d[1],1,r2[i])
        for j in range(2,6): s.put(j+1,d[j],al='left' if j in(2,4) else 'center')
        s.ws.row_dimensions[s.r].height=44;s.r+=1
    s.ws.print_title_rows='%d:%d'%(hr,hr)
    s.ws.row_breaks.append(Break(id=hr+5)); s.ws.sheet_properties.pageSetUpPr.fitToPage=False; s.ws.page_setup.scale=65
    s.put(1,'填表说明：责任处室为指标数据的提供处室。',6,border=False,al='left')
    s.save(name)
    truth[name]=dict(title='部门整体支出绩效目标申报表',year=2026,kind='department_target',rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[3],keep=[d[4],d[5]]) for d in D])

def b04():
    name='b04-outline-rows-with-subtotals'
    T=[('产出指标','50','47.5',[('数量指标','20','18.5',[('1.编制地方志书','部','2','2','10','10',''),('2.征集地方文献','册','≥800','680','10','8.5','民间藏书征集难度大')]),
                             ('质量指标','15','15',[('3.志书差错率','‰','≤0.1','0.08','15','15','')]),
                             ('时效指标','15','14',[('4.年鉴出版时间','','2024年9月底前','2024年10月18日','15','14','三审周期延长')])]),
       ('效益指标','30','30',[('社会效益指标','20','20',[('5.方志馆接待观众','万人次','≥6.5','7.12','20','20','')]),
                             ('可持续影响指标','10','10',[('6.方志资源开发利用','','有效促进','有效促进','10','10','')])]),
       ('满意度指标','10','10',[('服务对象满意度指标','10','10',[('7.读者满意度','%','≥90','96','10','10','')])])]
    g1,g2='#F3E9D2','#FBF7EC'
    c=[cell('项目名称'),cell('地方志编修与开发利用',3,a='left+horizon'),cell('实施单位'),cell('沧阳市地方志编纂中心',2,a='left+horizon'),
       cell('项目资金\n（单位：元）',1,3),cell('年度预算数'),cell('其中：财政拨款'),cell('全年支出数'),cell('其中：财政拨款'),cell('执行率'),cell('得分'),
       cell('1,350,000.00'),cell('1,350,000.00'),cell('1,336,500.00'),cell('1,336,500.00'),cell('99.0%'),cell('9.9'),
       cell('执行率满分10分，按执行率乘以10计分。',6,a='left+horizon'),
       cell('年度目标'),cell('完成2部志书编修和1部年鉴出版，扩大地方文献征集范围，提升方志馆开放服务能力。',6,a='left+horizon')]
    c+=[cell(x,b=True,f='#E0E0E0') for x in ('绩效指标','计量单位','全年计划数','全年完成数','分值','得分','扣分说明')]
    rows=[]
    for a,w,sc,L2 in T:
        c+=[cell(a,4,a='left+horizon',f=g1,b=True),cell(w,f=g1),cell(sc,f=g1),cell('',f=g1)]
        for b,w2,s2,X in L2:
            c+=[cell('　'+b,4,a='left+horizon',f=g2),cell(w2,f=g2),cell(s2,f=g2),cell('',f=g2)]
            for n,u,t,ac,ww,ss,re_ in X:
                c+=[cell('　　'+n,a='left+horizon'),cell(u),cell(t),cell(ac),cell(ww),cell(ss),cell(re_,a='left+horizon')]
                rows.append(dict(l1=a,l2=b,l3=n,t=t+u,a=[ac,ac+u],w=float(ww),s=float(ss),reason=re_))
    c+=[cell('自评总分（含预算执行10分）',4),cell('100'),cell('97.4'),cell('')]
    typ(name,title('专项业务费项目绩效自评表','（2024年度）')+tab(['2.2fr','1.1fr','1.4fr','1.4fr','1.1fr','0.8fr','1.4fr'],c),font='AR PL UMing CN',size=9.5,stroke='(x,y)=>(top:0.4pt,bottom:0.4pt,left:if x>0 {0.4pt},right:none)',margin='1.6cm')
    truth[name]=dict(title='专项业务费项目绩效自评表',year=2024,kind='project_self_evaluation',project='地方志编修与开发利用',total=[100,97.4],rows=rows)

def b05():
    name='b05-two-forms-side-by-side'
    F=[('城乡低保核查','星桥区民政局','86.4','86.4','0','准确核查低保对象，做到应保尽保、应退尽退。',
        [('产出指标','数量指标','入户核查户数','≥6800户'),('产出指标','质量指标','核查准确率','≥99%'),('产出指标','时效指标','核查完成时间','2025年6月底'),('效益指标','社会效益指标','错保漏保率','≤1%'),('满意度指标','满意度指标','低保家庭满意度','≥95%')]),
       ('殡葬惠民补贴','星桥区殡仪服务站','152','120','32','落实基本殡葬服务免费政策，减轻群众负担。',
        [('产出指标','数量指标','享受免费火化人数','2,050人'),('产出指标','成本指标','人均补贴金额','≤740元'),('产出指标','时效指标','补贴结算周期','按月结算'),('效益指标','生态效益指标','节地生态安葬率','≥35%'),('效益指标','社会效益指标','移风易俗成效','逐步显现'),('满意度指标','满意度指标','逝者家属满意度','≥90%')])]
    def form(f):
        c=[cell('项目名称'),cell(f[0],3),cell('填报单位'),cell(f[1],3),cell('资金总额（万元）'),cell(f[2]),cell('其中：财政资金\n其他资金'),cell(f[3]+'\n'+f[4]),
           cell('绩效目标'),cell(f[5],3,a='left+horizon')]
        c=c[:8-0]
        c=[cell('项目名称'),cell(f[0],3),cell('填报单位'),cell(f[1],3),cell('资金总额\n（万元）'),cell(f[2],3),cell('财政资金'),cell(f[3]),cell('其他资金'),cell(f[4]),cell('年度绩效\n目标'),cell(f[5],3,a='left+horizon')]
        c+=[cell(x,b=True,f='#E8F0E8') for x in ('一级指标','二级指标','指标名称','年度目标值')]
        D=f[6];r1,r2=runs(D,0),runs(D,1)
        for i,d in enumerate(D):
            if i in r1:c.append(cell(d[0],y=r1[i]))
            if i in r2:c.append(cell(d[1],y=r2[i]))
            c+=[cell(d[2],a='left+horizon'),cell(d[3])]
        return title('项目绩效目标表','（2025年度）',14)+tab(['1fr','1.1fr','1.6fr','1.2fr'],c)
    typ(name,'#grid(columns:(1fr,1fr),gutter:28pt,[%s],[%s])'%(form(F[0]),form(F[1])),page='paper:"a4",flipped:true',margin='1.5cm',font='Noto Sans CJK SC',size=9)
    truth[name]=dict(title='项目绩效目标表',year=2025,kind='project_target',project=F[0][0],funds=[['资金总额',864000],['财政资金',864000],['其他资金',0]],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[3],project=f[0]) for f in F for d in f[6]])
    truth[name]['funds'][0][0]='资金总额（万元）'; truth[name]['funds']=truth[name]['funds'][1:]

def b06():
    name='b06-transfer-with-fund-management'
    s=Sheet([6,14,16,26,17,17,22],size=10)
    s.row(('附件2-1',7,dict(border=False,al='left')))
    s.row(('转移支付区域（项目）绩效目标自评表',7,dict(border=False,size=16)),h=30)
    s.row(('（2024年度）',7,dict(border=False)))
    s.row(('转移支付（项目）名称',2),('农村危房改造补助资金',5))
    s.row(('中央主管部门',2),('住房城乡建设部',2),('地方主管部门',1),('芷岭县住房和城乡建设局',2))
    s.row(('资金使用单位',2),('芷岭县村镇建设服务站',5))
    r=s.r;s.put(1,'资金投入情况（万元）',2,4)
    for v in ((None,'','全年预算数（A）','全年执行数（B）','预算执行率（B/A×100%）'),(None,'年度资金总额：','1,124.60','1,098.20','97.65%'),(None,'其中：中央财政资金','860.00','860.00','100%'),(None,'地方资金','264.60','238.20','90.02%')):
        s.put(3,v[1],2,al='left');s.put(5,v[2]);s.put(6,v[3]);s.put(7,v[4]);s.r+=1
    s.put(1,'资金管理情况',2,5)
    for v in (('','情况说明','存在问题和改进措施'),('分配科学性','按核定改造户数测算分配','无'),('下达及时性','收到指标后25日内下达','无'),('使用规范性','专款专用，未发现截留挪用','个别乡镇档案不齐，已补正'),('预算绩效管理情况','绩效目标随资金同步下达','无')):
        s.put(3,v[0],1);s.put(4,v[1],2,al='left' if v[0] else 'center');s.put(6,v[2],2,al='left' if v[0] else 'center');s.r+=1
    s.put(1,'总体目标完成情况',2,2);s.put(3,'总体目标',2);s.put(5,'全年实际完成情况',3);s.r+=1
    s.put(3,'支持完成农村低收入群体危房改造，保障住房安全。',2,al='left');s.put(5,'完成改造538户，经鉴定均达到安全标准。',3,al='left');s.ws.row_dimensions[s.r].height=32;s.r+=1
    D=[('产出指标','数量指标','农村危房改造户数','540户','538户','两户因宅基地纠纷放弃改造'),('产出指标','数量指标','农房抗震改造户数','≥60户','64户',''),('产出指标','质量指标','改造房屋安全达标率','100%','100%',''),
       ('产出指标','时效指标','当年开工率','100%','100%',''),('产出指标','时效指标','当年竣工率','≥90%','94.6%',''),('产出指标','成本指标','户均补助标准','2万元/户','2万元/户',''),
       ('效益指标','社会效益指标','低收入群体住房安全保障','得到保障','得到保障',''),('效益指标','可持续影响指标','改造后房屋使用年限','≥30年','≥30年',''),('满意度指标','服务对象满意度指标','改造农户满意度','≥90%','98%','')]
    s.put(1,'绩\n效\n指\n标',1,len(D)+1)
    for j,x in enumerate(('一级指标','二级指标','三级指标','指标值','全年实际完成值','未完成原因和改进措施')): s.put(j+2,x,bold=True)
    s.r+=1;r1,r2=runs(D,0),runs(D,1)
    for i,d in enumerate(D):
        if i in r1:s.put(2,d[0],1,r1[i])
        if i in r2:s.put(3,d[1],1,r2[i])
        for j in range(2,6): s.put(j+2,d[j],al='left' if j in (2,5) else 'center')
        s.ws.row_dimensions[s.r].height=28;s.r+=1
    s.row(('说明',2),('请在此处简要说明中央巡视、各级审计和财政监督检查中发现的问题及其所涉及的金额，如没有请填无。',5,dict(al='left')),h=30)
    s.row(('注：1.资金使用单位按项目绩效目标填报，主管部门汇总时按区域绩效目标填报。2.其他资金包括与中央、地方财政资金共同投入到同一项目的自有资金、社会资金等。',7,dict(border=False,al='left',size=9)),h=28)
    s.save(name)
    truth[name]=dict(title='转移支付区域（项目）绩效目标自评表',year=2024,kind='project_self_evaluation',project='农村危房改造补助资金',
        funds=[['年度资金总额',11246000,10982000],['中央财政资金',8600000,8600000],['地方资金',2646000,2382000]],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[3],a=d[4],reason=d[5]) for d in D])

def b07():
    name='b07-tracking-progress-and-alarm'
    D=[('产出指标（60%）','数量','海岸线整治修复长度','≥7.4千米','5.1千米','68.9%','7.4千米','绿灯',''),('产出指标（60%）','数量','清理海漂垃圾','≥2600吨','2,214吨','85.2%','2,900吨','绿灯',''),
       ('产出指标（60%）','质量','修复工程合格率','100%','100%','100%','100%','绿灯',''),('产出指标（60%）','时效','护岸主体完工时间','2025年10月底','完成主体的55%','55%','2025年12月中旬','红灯','增加作业船舶，倒排工期'),
       ('产出指标（60%）','成本','每千米修复成本','≤460万元','471万元','102.4%','465万元','黄灯','优化石料运距'),
       ('效益指标（30%）','生态效益','近岸海域优良水质比例','≥88%','89.3%','101.5%','88.5%','绿灯',''),('效益指标（30%）','社会效益','亲海空间面积','增加2.6公顷','增加1.8公顷','69.2%','增加2.6公顷','绿灯',''),
       ('满意度指标（10%）','公众满意','周边居民满意度','≥90%','/','/','90%','绿灯','')]
    c=[cell('项目名称',2),cell('海岸带保护修复',3),cell('项目单位',2),cell('澜屿市海洋发展中心',2),
       cell('预算安排（万元）',2),cell('全年预算'),cell('4,280.00',2),cell('截至9月底支出',2),cell('2,746.15',2),
       cell('年度绩效目标',2),cell('修复受损岸线，改善近岸海域水质，拓展公众亲海空间。',7,a='left+horizon')]
    h=[cell(x,f='#CFE2F3') for x in ('一级\n指标','二级\n指标','三级指标','年度\n目标值','1—9月\n完成值','完成\n进度','预计年底\n完成值','预警\n信号','纠偏措施')]
    b=[];r1=runs(D,0)
    for i,d in enumerate(D):
        if i in r1:b.append(cell(d[0],y=r1[i]))
        b+=[cell(d[1]),cell(d[2],a='left+horizon')]+[cell(x) for x in d[3:8]]+[cell(d[8],a='left+horizon')]
    typ(name,title('项目支出绩效运行跟踪监控表','（2025年度）')+ends('监控单位：澜屿市自然资源局','监控期间：1—9月')+tab(['1.1fr','0.8fr','1.9fr','1.2fr','1.2fr','0.8fr','1.3fr','0.7fr','1.5fr'],c+h+b),font='AR PL UKai CN',size=9.5,margin='1.4cm',page='paper:"a4",flipped:true',stroke='0.8pt')
    truth[name]=dict(title='项目支出绩效运行跟踪监控表',year=2025,kind='other',project='海岸带保护修复',
        rows=[dict(l1=d[0].split('（')[0],l2=d[1],l3=d[2],t=d[3],keep=[d[4] if d[4]!='/' else '',d[5] if d[5]!='/' else '',d[6],d[7],d[8]]) for d in D])

def b08():
    name='b08-stripes-without-rules'
    D=[('产出指标','数量指标','新购公交车辆','60辆','15','按购车合同统计'),('产出指标','数量指标','优化公交线路','≥8条','10','以公告为准'),('产出指标','质量指标','车辆年检合格率','=100%','10','车辆管理所数据'),
       ('产出指标','时效指标','准点发车率','≥96%','10','调度系统数据'),('产出指标','成本指标','单车购置价格','≤78万元/辆','5','中标价'),
       ('效益指标','经济效益指标','百公里能耗成本下降','≥12%','10','与上年同口径比较'),('效益指标','社会效益指标','公共交通分担率','≥33.5%','15','交通调查'),('效益指标','生态效益指标','减少二氧化碳排放','约1800吨','5','折算系数0.785'),
       ('满意度指标','服务对象满意度指标','乘客满意度','≥88%','10','第三方调查')]
    z=['#F2F2F2','#FFFFFF'];c=[];pl=pq=None
    head=[('项目名称','城市公交运营及车辆更新'),('主管部门','[204]砚湖市交通运输局'),('实施单位','砚湖市公共交通集团'),('资金总额','11,700.00'),('其中：财政拨款','7,500.00'),('企业自筹','4,200.00'),('年度目标','更新新能源公交车辆60辆，优化线网，提高准点率和分担率。')]
    hd=''.join('#grid(columns:(90pt,1fr),[#text(fill:rgb("#1F3864"))[#%s]],[#%s])\n'%(J(a),J(b)) for a,b in head)
    for x in ('一级指标','二级指标','三级指标','2025年计划值','权重(%)','取值说明'): c.append(cell(x,f='#1F3864').replace('[#','[#text(fill:white)[#',1)[:-1]+']]')
    for i,d in enumerate(D):
        f=z[i%2];c+=[cell(d[0] if d[0]!=pl else '',f=f,a='left+horizon'),cell(d[1] if (d[0],d[1])!=pq else '',f=f,a='left+horizon'),cell(d[2],f=f,a='left+horizon'),cell(d[3],f=f),cell(d[4],f=f),cell(d[5],f=f,a='left+horizon')]
        pl=d[0];pq=(d[0],d[1])
    c+=[cell('合计',4,f='#D9D9D9'),cell('90',f='#D9D9D9'),cell('',f='#D9D9D9')]
    typ(name,title('项目支出绩效目标表','（2025年度）')+'#align(right)[#"金额单位：万元"]\n'+hd+'#v(4pt)\n'+tab(['1.1fr','1.5fr','1.7fr','1.2fr','0.8fr','1.6fr'],c),font='Noto Sans CJK SC',size=9,stroke='none')
    truth[name]=dict(title='项目支出绩效目标表',year=2025,kind='project_target',project='城市公交运营及车辆更新',funds=[['资金总额',117000000],['财政拨款',75000000],['企业自筹',42000000]],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[3],w=float(d[4]),keep=[d[5]]) for d in D])

def b09():
    name='b09-turned-page-last-year-and-rule'
    s=Sheet([10,13,20,12,13,13,7,7,34,24],size=9,land=True,font='WenQuanYi Zen Hei')
    s.row(('项目支出绩效自评表',10,dict(border=False,size=15)),h=28)
    s.row(('2023年度',10,dict(border=False)))
    s.row(('项目名称',2),('残疾儿童康复救助',3),('项目单位',1),('沅浦区残疾人联合会',4))
    s.row(('预算执行（单位：元）',2),('年初预算数',1),('追加（减）预算数',1),('预算总数',1),('实际支出数',1),('分值',1),('得分',1),('预算执行率',1),('结余原因',1))
    s.row(('资金合计',2),'2,480,000','320,000','2,800,000','2,744,000','10','9.8','98.0%','部分机构结算资料次年提交')
    s.row(('年度目标',2),('为符合条件的0—6岁残疾儿童提供康复训练补助，适度扩大辅助器具适配范围。',8,dict(al='left')),h=24)
    s.row(*[(x,1,dict(fill='C6E0B4')) for x in ('一级指标','二级指标','三级指标','上年完成值','年度目标值','本年完成值','分值','得分','评分标准','偏差原因及整改措施')],h=24)
    D=[('产出指标','数量指标','康复救助儿童人数','186人','≥200人','214人','15','15','完成目标值得满分，每少1人扣0.2分',''),('产出指标','数量指标','适配辅助器具','75件','90件','83件','10','9.2','按完成比例得分','进口矫形器到货晚'),
       ('产出指标','质量指标','康复训练有效率','88.4%','≥90%','92.1%','15','15','每低1个百分点扣1分',''),('产出指标','时效指标','补助资金拨付及时性','及时','按季拨付','按季拨付','10','10','每延迟一季扣2.5分',''),
       ('效益指标','社会效益指标','康复儿童入园入学率','61.0%','≥63%','64.8%','20','20','低于目标值按比例得分',''),('效益指标','可持续影响指标','康复服务体系','基本建立','进一步健全','进一步健全','10','9','专家综合评议','村级站点专业人员不足'),
       ('满意度指标','服务对象满意度指标','监护人满意度','95%','≥95%','97%','10','10','每低1个百分点扣1分','')]
    r1,r2=runs(D,0),runs(D,1)
    for i,d in enumerate(D):
        if i in r1:s.put(1,d[0],1,r1[i])
        if i in r2:s.put(2,d[1],1,r2[i])
        for j in range(2,10): s.put(j+1,d[j],al='left' if j in(2,8,9) else 'center')
        s.ws.row_dimensions[s.r].height=26;s.r+=1
    s.row(('总分',6),'100','98.0',('',2))
    s.save(name)
    p=OUT/(name+'.pdf'); a=pymupdf.open(p); n=pymupdf.open(); r=a[0].rect
    pg=n.new_page(width=r.height,height=r.width); pg.show_pdf_page(pg.rect,a,0,rotate=90); pg.set_rotation(90); a.close()
    n.save(str(p)+'.new',garbage=3,deflate=True); os.replace(str(p)+'.new',p)
    # 15+9.2+15+10+20+9+10 = 88.2 + 9.8 = 98.0
    truth[name]=dict(title='项目支出绩效自评表',year=2023,kind='project_self_evaluation',project='残疾儿童康复救助',total=[100,98],funds=[['资金合计',2480000,2800000,2744000]],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[4],a=d[5],w=float(d[6]),s=float(d[7]),reason=d[9],keep=[d[3],d[8]]) for d in D])

def b10():
    name='b10-merged-labels-over-page-break'
    s=Sheet([5,11,16,26,26],size=11,font='AR PL UKai CN')
    s.row(('项目支出绩效目标表',5,dict(border=False,size=18)),h=34)
    s.row(('（2024年度）',5,dict(border=False)))
    s.row(('项目名称',2),('冬季清雪保畅作业',3));s.row(('预算单位',2),('额林河市市政养护处',1),('项目负责人',1),('阿依努尔',1))
    s.put(1,'项目资金（万元）',2,1);s.put(3,'项目总金额：635.40');s.put(4,'其中：财政拨款：620.00');s.put(5,'其他资金：15.40');s.ws.row_dimensions[s.r].height=30;s.r+=1
    s.row(('项目总体目标',2),('及时清除主次干道冰雪，保障冬季道路安全畅通。小雪当日清完，中雪两日清完，大雪三日清完，重点路段随下随清，确保清雪机械完好备用，提高应急保障水平。',3,dict(al='left')),h=70)
    D=[('产出指标','数量指标','清雪道路面积（万平方米）','≥468.5'),('产出指标','数量指标','投入清雪机械台次','≥3600台次'),('产出指标','质量指标','清雪作业达标率','≥95%'),('产出指标','质量指标','机械设备完好率','≥98%'),
       ('产出指标','时效指标','小雪清除时限','当日'),('产出指标','时效指标','清雪作业完成时间','2024年12月31日前'),('产出指标','成本指标','租赁机械费用','≤310万元'),('产出指标','成本指标','融雪剂费用','≤96.5万元'),('产出指标','成本指标','人工费用','≤228.9万元'),
       ('效益指标','社会效益指标','冰雪致交通事故下降率','≥10%'),('效益指标','生态效益指标','环保型融雪剂使用比例','100%'),('效益指标','可持续影响指标','冬季道路保畅能力','持续提升'),('满意度指标','满意度指标','市民满意度','≥90%'),('满意度指标','满意度指标','驾驶员满意度','≥88%')]
    s.put(1,'绩效指标',1,len(D)+1,rot=255)
    for j,x in enumerate(('一级指标','二级指标','三级指标','指标值（包含数字及文字描述）')): s.put(j+2,x,bold=True)
    s.ws.row_dimensions[s.r].height=30;s.r+=1;r1,r2=runs(D,0),runs(D,1)
    for i,d in enumerate(D):
        if i in r1:s.put(2,d[0],1,r1[i])
        if i in r2:s.put(3,d[1],1,r2[i])
        s.put(4,d[2]);s.put(5,d[3]);s.ws.row_dimensions[s.r].height=42;s.r+=1
    s.ws.row_breaks.append(Break(id=s.r-9)); s.ws.sheet_properties.pageSetUpPr.fitToPage=False; s.ws.page_setup.scale=84
    s.save(name)
    truth[name]=dict(title='项目支出绩效目标表',year=2024,kind='project_target',project='冬季清雪保畅作业',funds=[['项目总金额',6354000],['财政拨款',6200000],['其他资金',154000]],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[3],project='冬季清雪保畅作业') for d in D])

def b11():
    name='b11-indicators-as-columns'
    D=[('产出指标','数量指标','举办惠民演出','≥150场','162场','20','20'),('产出指标','质量指标','新创剧目获奖数','≥2个','1个','15','7.5'),('产出指标','成本指标','场均演出补贴','≤1.5万元','1.46万元','15','15'),
       ('效益指标','社会效益指标','观演人次','≥12万人次','13.8万人次','20','20'),('效益指标','可持续影响指标','传统剧种传承','有效推动','有效推动','10','10'),('满意度指标','观众满意度','观众满意率','≥92%','95%','10','10')]
    lab=['一级指标','二级指标','三级指标','年初目标值','年终完成值','分值','自评得分']
    c=[cell('项目名称'),cell('地方戏曲传承发展专项',3),cell('主管部门'),cell('棠州市文化广电旅游局',2),
       cell('资金（万元）'),cell('预算数'),cell('386'),cell('执行数'),cell('378.28'),cell('执行率'),cell('98%'),
       cell('年度目标'),cell('支持院团开展惠民演出，推出新创剧目，推动传统剧种传承发展。',6,a='left+horizon')]
    for k,l in enumerate(lab):
        c.append(cell(l,b=True,f='#EFEFEF'))
        if k==0:
            i=0
            while i<len(D):
                n=sum(1 for d in D if d[0]==D[i][0]);c.append(cell(D[i][0],n));i+=n
        else: c+=[cell(d[k]) for d in D]
    c+=[cell('偏差说明',b=True,f='#EFEFEF'),cell(''),cell('一部剧目未通过复评')]+[cell('') for _ in range(4)]
    c+=[cell('总分（含预算执行10分）',3),cell('100',2),cell('92.3',2)]
    typ(name,title('项目绩效自评表','（2022年度）')+tab(['1.1fr']+['1fr']*6,c),page='paper:"a4",flipped:true',font='AR PL UMing CN',size=10.5,margin='2cm')
    truth[name]=dict(title='项目绩效自评表',year=2022,kind='project_self_evaluation',project='地方戏曲传承发展专项',total=[100,92.3],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[3],a=d[4],w=float(d[5]),s=float(d[6]),**({'reason':'一部剧目未通过复评'} if d[2]=='新创剧目获奖数' else {})) for d in D])

def b12():
    name='b12-income-and-spending-beside'
    D=[('产出指标\n（50分）','数量指标','办结信访事项','≥900件','934件','10','10',''),('产出指标\n（50分）','数量指标','领导接访场次','48场','50场','10','10',''),('产出指标\n（50分）','质量指标','信访事项按期办结率','≥98%','99.1%','10','10',''),
       ('产出指标\n（50分）','时效指标','初次信访受理告知时限','≤15日','平均11日','10','10',''),('产出指标\n（50分）','成本指标','公用经费控制率','≤100%','98.6%','10','10',''),
       ('效益指标\n（30分）','社会效益指标','重复信访化解率','≥85%','82.3%','20','19.4','历史遗留问题涉及面广'),('效益指标\n（30分）','可持续影响指标','源头治理机制','健全','健全','10','10',''),
       ('满意度指标\n（10分）','服务对象满意度指标','信访群众评价满意率','≥90%','93%','10','10','')]
    td=lambda t,x=1,y=1,st='': '<td colspan=%d rowspan=%d style="border:1px solid #000;padding:2px;text-align:center;%s">%s</td>'%(x,y,st,t.replace('\n','<br>'))
    l='text-align:left;'
    R=[td('单位名称')+td('榕浦区信访局',7,1,l),
       td('年度预算申请\n（万元）',1,7)+td('')+td('年初预算数')+td('全年预算数')+td('全年执行数')+td('分值')+td('执行率')+td('得分'),
       td('年度资金总额')+td('512.30')+td('538.75')+td('533.36')+td('10')+td('99%')+td('9.9'),
       td('按收入性质分：538.75',4,1,l)+td('按支出性质分：533.36',3,1,l),
       td('其中：一般公共预算：530.25',4,1,l)+td('其中：基本支出：381.16',3,1,l),
       td('政府性基金拨款：0',4,1,l)+td('项目支出：152.20',3,1,l),
       td('纳入专户管理的非税收入拨款：0',4,1,l)+td('',3),
       td('其他资金：8.50',4,1,l)+td('',3),
       td('年度总体目标',1,2)+td('预期目标',4)+td('实际完成情况',3),
       td('畅通信访渠道，推动信访问题及时就地解决，维护群众合法权益。',4,1,l)+td('全年办结934件，按期办结率99.1%，重复信访化解率略低于目标。',3,1,l)]
    # (the label column of the indicator block comes first)
    r0,r1=runs(D,0),runs(D,1);rows=[]
    for i,d in enumerate(D):
        x=td('绩\n效\n指\n标',1,len(D)+1) if False else ''
        if i in r0:x+=td(d[0],1,r0[i])
        if i in r1:x+=td(d[1],1,r1[i])
        x+=td(d[2],1,1,l)+''.join(td(v) for v in d[3:7])+td(d[7],1,1,l);rows.append(x)
    R.append(''.join(td(v,1,1,'font-weight:bold;') for v in ('一级指标','二级指标','三级指标','年度指标值','实际完成值','分值','得分','偏差原因分析及改进措施')))
    R+=rows+[td('总分',5)+td('100')+td('99.3')+td('')]
    # funds rows have 8 columns: label, caption, 6 ...
    h='<html><head><meta charset="utf-8"><style>@page{size:A4;margin:1.5cm} body{font-family:"AR PL UMing CN";font-size:9.5pt} p{margin:2pt 0;text-align:center}</style></head><body><p style="font-size:16pt">部门整体支出绩效自评表</p><p>（2024年度）</p><table width="100%%" cellspacing=0 style="border-collapse:collapse"><col width="12%%"><col width="15%%"><col width="19%%"><col width="12%%"><col width="12%%"><col width="7%%"><col width="8%%"><col width="15%%">%s</table><p style="text-align:left">填表人：高砚秋 联系电话：0000-5620137 填报日期：2025年3月7日</p></body></html>'%''.join('<tr>%s</tr>'%r for r in R)
    f=HERE/(name+'.html');f.write_text(h,encoding='utf8')
    subprocess.run(['soffice','--headless','--infilter=HTML (StarWriter)','--convert-to','pdf:writer_web_pdf_Export' if False else 'pdf','--outdir',str(OUT),str(f)],env=ENV,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL,timeout=180)
    truth[name]=dict(title='部门整体支出绩效自评表',year=2024,kind='department_self_evaluation',total=[100,99.3],funds=[['年度资金总额',5123000,5387500,5333600],['一般公共预算',5302500],['基本支出',3811600],['项目支出',1522000],['其他资金',85000]],
        rows=[dict(l1=d[0].split('\n')[0],l2=d[1],l3=d[2],t=d[3],a=d[4],w=float(d[5]),s=float(d[6]),reason=d[7]) for d in D])

def b13():
    name='b13-continued-with-title-and-caption'
    D=[('产出指标','数量指标','完成中小河流治理长度','38.6公里','河道管理处','实施方案'),('产出指标','数量指标','新建堤防护岸','≥21公里','河道管理处','实施方案'),('产出指标','数量指标','加固病险水闸','6座','工程管理科','鉴定报告'),
       ('产出指标','质量指标','单元工程质量合格率','100%','质量监督站','验收规程'),('产出指标','时效指标','汛前主体完工比例','≥80%','工程管理科','建设计划'),('产出指标','成本指标','概算控制率','≤100%','财务科','批复概算'),
       ('效益指标','经济效益指标','减少洪涝损失','≥2300万元','防汛办','测算报告'),('效益指标','社会效益指标','保护人口','5.2万人','防汛办','测算报告'),('效益指标','社会效益指标','防洪标准','达到20年一遇','规划科','流域规划'),
       ('效益指标','生态效益指标','岸坡绿化率','60%以上','河道管理处','设计报告'),('效益指标','可持续影响指标','工程设计使用年限','≥30年','质量监督站','设计报告'),('满意度指标','服务对象满意度指标','沿河群众满意度','≥90%','办公室','问卷')]
    g='#F0F0F0'
    cols=['1.1fr','1.3fr','1.9fr','1.3fr','1.1fr','1fr']
    top=[cell('项目名称',f=g),cell('中小河流系统治理',2),cell('项目编码',f=g),cell('2025-SL-0046',2),cell('主管部门',f=g),cell('309-洛川口市水利局',2),cell('实施单位',f=g),cell('309004-洛川口市河道管理处',2),
         cell('年度资金\n总额',f=g,y=3),cell('18,420',2,3),cell('其中：中央资金',f=g),cell('9,000',2),cell('省级资金',f=g),cell('5,420',2),cell('市县资金',f=g),cell('4,000',2),
         cell('总体目标',f=g),cell('对全市重点中小河流实施系统治理，汛前完成主体工程，提高防洪标准，改善岸坡生态。',5,a='left+horizon')]
    hd=[cell(x,f=g,b=True) for x in ('一级指标','二级指标','绩效指标','绩效目标值','责任单位','设定依据')]
    def part(D,with_top):
        b=list(top) if with_top else []; b+=hd
        r1,r2=runs(D,0),runs(D,1)
        for i,d in enumerate(D):
            if i in r1:b.append(cell(d[0],y=r1[i]))
            if i in r2:b.append(cell(d[1],y=r2[i]))
            b.append(cell(d[2],a='left+horizon'));b+=[cell(x) for x in d[3:]]
        return tab(cols,b)
    typ(name,title('部门预算项目支出绩效目标表','（2025年度）')+ends('编制部门：洛川口市水利局','单位：万元')+part(D[:8],True)+'#pagebreak()\n'+title('部门预算项目支出绩效目标表（续）','（2025年度）')+ends('编制部门：洛川口市水利局','单位：万元')+part(D[8:],False),
        page='width:190mm,height:200mm,numbering:"第 1 页，共 1 页"',font='Noto Serif CJK SC',size=9.5,margin='1.5cm')
    truth[name]=dict(title='部门预算项目支出绩效目标表',year=2025,kind='project_target',project='中小河流系统治理',funds=[['年度资金总额',184200000],['中央资金',90000000],['省级资金',54200000],['市县资金',40000000]],
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[3],project='中小河流系统治理',keep=[d[4],d[5]]) for d in D])

def b14():
    name='b14-captions-between-small-tables'
    B=[('产出指标（60分）',[('数量指标','建设村级寄递物流站','85个','88个','20','20',''),('数量指标','开通客货邮合作线路','≥6条','6条','10','10',''),('质量指标','站点规范化达标率','≥95%','93.2%','15','14','三个站点标识缺失'),('时效指标','项目完工时间','2023年11月30日前','2023年11月24日','15','15','')]),
       ('效益指标（20分）',[('经济效益指标','单件下行成本降幅','≥18%','21.5%','10','10',''),('社会效益指标','建制村覆盖率','100%','100%','10','10','')]),
       ('满意度指标（10分）',[('服务对象满意度','村民满意度','≥90%','96%','10','10','')])]
    H=('二级指标','三级指标','预期目标值','全年完成值','权重','得分','偏差原因')
    cols=['1.1fr','1.6fr','1.3fr','1.3fr','0.6fr','0.6fr','1.3fr']
    o=title('县级财政项目绩效自评表','（2023年度）',15)
    o+=tab(['1fr','1.6fr','1fr','1.6fr'],[cell('项目名称'),cell('农村寄递物流体系建设'),cell('主管部门'),cell('檀溪县商务局'),cell('全年预算数'),cell('5,120,000元'),cell('全年执行数'),cell('5,017,600元'),cell('年度目标'),cell('健全县乡村三级物流体系，降低农村物流成本。',3,a='left+horizon')])
    rows=[]
    for cap,X in B:
        o+='#v(2pt)\n#text(weight:"bold")[#%s]\n#v(-6pt)\n'%J(cap)
        c=[cell(x,f='#E6E6E6') for x in H]
        for d in X:
            c+=[cell(d[0]),cell(d[1],a='left+horizon')]+[cell(x) for x in d[2:6]]+[cell(d[6],a='left+horizon')]
            rows.append(dict(l1=cap.split('（')[0],l2=d[0],l3=d[1],t=d[2],a=d[3],w=float(d[4]),s=float(d[5]),reason=d[6]))
        o+=tab(cols,c)
    o+='#v(2pt)\n'+tab(['3fr','1fr','1fr'],[cell('预算执行率 98%'),cell('10'),cell('9.8'),cell('总分',b=True),cell('100'),cell('98.8')])
    typ(name,o,font='WenQuanYi Zen Hei',size=9.5,margin='1.8cm')
    # 20+10+14+15+10+10+10 = 89 ; + 9.8 = 98.8
    truth[name]=dict(title='县级财政项目绩效自评表',year=2023,kind='project_self_evaluation',project='农村寄递物流体系建设',total=[100,98.8],rows=rows)

def b15():
    name='b15-years-beside-each-other'
    D=[('产出指标','数量指标','新增托位数','个','1500','400','≥600','≥500','每千人口托位数'),('产出指标','数量指标','改造社区托育点','个','36','10','14','12','公建民营'),('产出指标','质量指标','机构备案率','%','100','≥90','≥95','100','备案系统'),
       ('产出指标','时效指标','补助资金到位时间','','每年9月底','9月底','9月底','9月底','拨款凭证'),('产出指标','成本指标','单个托位建设补助','元','≤10000','≤9800','≤9900','≤10000','补助办法'),
       ('效益指标','社会效益指标','婴幼儿入托率','%','≥16','≥9.5','≥12.5','≥16','统计年报'),('效益指标','可持续影响指标','普惠托育服务体系','','基本建成','起步','初步形成','基本建成','规划文本'),('满意度指标','服务对象满意度指标','家长满意度','%','≥90','≥85','≥88','≥90','问卷')]
    c=[cell('项目名称'),cell('普惠托育服务体系建设',4),cell('实施周期',2),cell('2024年—2026年',2),
       cell('资金需求\n（万元）',y=2),cell('三年合计'),cell('2024年'),cell('2025年'),cell('2026年'),cell('资金来源',2),cell('财政拨款',2),
       cell('1,480'),cell('390'),cell('590'),cell('500'),cell('责任人',2),cell('裴若琳',2),
       cell('2025年度目标'),cell('新增托位600个以上，改造社区托育点14个，入托率达到12.5%。',8,a='left+horizon')]
    c+=[cell(x,y=2) for x in ('一级指标','二级指标','三级指标','单位','三年总目标')]+[cell('分年度目标值',3),cell('数据来源',y=2)]+[cell(x) for x in ('2024年','2025年','2026年')]
    r1,r2=runs(D,0),runs(D,1)
    for i,d in enumerate(D):
        if i in r1:c.append(cell(d[0],y=r1[i]))
        if i in r2:c.append(cell(d[1],y=r2[i]))
        c+=[cell(d[2],a='left+horizon')]+[cell(x) for x in d[3:]]
    typ(name,title('跨年度项目绩效目标申报表','（2025年度）',15)+tab(['1fr','1.2fr','1.5fr','0.6fr','0.9fr','0.9fr','0.9fr','0.9fr','1.1fr'],c),font='Noto Sans CJK SC',size=9,margin='1.5cm',page='paper:"a4",flipped:true')
    truth[name]=dict(title='跨年度项目绩效目标申报表',year=2025,kind='project_target',project='普惠托育服务体系建设',
        rows=[dict(l1=d[0],l2=d[1],l3=d[2],t=d[6]+d[3],keep=[d[4],d[5],d[7],d[8]]) for d in D])

if __name__=='__main__':
    import sys
    for f in (b01,b02,b03,b04,b05,b06,b07,b08,b09,b10,b11,b12,b13,b14,b15):
        f(); print(f.__name__)
    (OUT/'truth.json').write_text(json.dumps(truth,ensure_ascii=False,indent=1),encoding='utf8')
