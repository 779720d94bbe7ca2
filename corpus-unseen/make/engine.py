"""Small table engine of the sets: one description of a page's tables, drawn with ReportLab in several manners or as HTML for Chromium."""
import re, html as H, os, subprocess
from reportlab.pdfgen.canvas import Canvas
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
F=os.environ.get('FORM_FONTS','/usr/share/fonts')+'/truetype/'
for n,f,i in (('song',F+'arphic/uming.ttc',0),('kai',F+'arphic/ukai.ttc',0),('hei',F+'wqy/wqy-microhei.ttc',0),('zen',F+'wqy/wqy-zenhei.ttc',0)):
    pdfmetrics.registerFont(TTFont(n,f,subfontIndex=i))
class C:
    def __init__(s,t='',cs=1,rs=1,al='c',b=False,fill=None,vert=False,va='m',nb=False):
        s.t,s.cs,s.rs,s.al,s.b,s.fill,s.vert,s.va,s.nb=t,cs,rs,al,b,fill,vert,va,nb
def L(t,cs=1,rs=1,**k): return C(t,cs,rs,al='l',**k)
NOSTART='，。、；：）】》！？,.;:)%％”'
def tokens(t): return re.findall(r'[A-Za-z0-9.,%/+\-#*]+|\n|.',t)
def wrap(t,font,size,w):
    out=[];cur=''
    W=lambda s: pdfmetrics.stringWidth(s,font,size)
    for k in tokens(t):
        if k=='\n': out.append(cur);cur='';continue
        if W(cur+k)<=w or not cur:
            if W(cur+k)>w:                       # a word wider than the cell: break anywhere
                for ch in k:
                    if W(cur+ch)>w and cur: out.append(cur);cur=''
                    cur+=ch
            else: cur+=k
        elif k[0] in NOSTART and cur and W(k)<=size*1.2 and len(cur)>1:
            out.append(cur[:-1]);cur=cur[-1]+k
        else:
            out.append(cur);cur=''
            if W(k)>w:
                for ch in k:
                    if W(cur+ch)>w and cur: out.append(cur);cur=''
                    cur+=ch
            else: cur=k
    out.append(cur);return out
class Table:
    """widths in points; rows of C; head = number of leading rows that a continuation repeats (0: none)."""
    def __init__(s,widths,rows,manner='lines',font='song',size=9,head=0,pad=3,minh=18,span='first',lw=0.6):
        s.w,s.manner,s.font,s.size,s.head,s.pad,s.minh,s.span,s.lw=widths,manner,font,size,head,pad,minh,span,lw
        s.cells=[];busy={}
        for r,row in enumerate(rows):
            c=0
            for x in row:
                if isinstance(x,str): x=C(x)
                while (r,c) in busy: c+=1
                for i in range(x.rs):
                    for j in range(x.cs): 
                        assert (r+i,c+j) not in busy,(r,c,x.t)
                        busy[r+i,c+j]=x
                s.cells.append((r,c,x));c+=x.cs
            while (r,c) in busy: c+=1
            assert c==len(widths),('row',r,[getattr(x,'t',x) for x in row],c,len(widths))
        s.n=len(rows)
        for x in s.cells: x[2].lines=s.lines(x)
        h=[minh]*s.n
        for r,c,x in sorted(s.cells,key=lambda e:e[2].rs):
            need=len(x.lines)*size*1.25+2*pad; have=sum(h[r:r+x.rs])
            if need>have:
                for i in range(x.rs): h[r+i]+=(need-have)/x.rs
        s.h=h
    def lines(s,e):
        r,c,x=e
        if x.vert: return list(x.t)
        return wrap(x.t,s.font,s.size,sum(s.w[c:c+x.cs])-2*s.pad)
    def draw(s,P):
        """P: Pager. Breaks between rows."""
        r=0; first=True
        while r<s.n:
            take=[];y=P.y
            rep=list(range(s.head)) if (s.head and not first) else []
            for i in rep: y-=s.h[i]
            k=r
            while k<s.n and y-s.h[k]>=P.bottom: y-=s.h[k];k+=1
            if k==r:
                P.page();continue
            if rep: s.part(P,0,s.head,False)
            s.part(P,r,k,True)
            r=k;first=False
            if r<s.n: P.page()
    def part(s,P,a,b,real):
        cv=P.cv;x0=P.left;ys={a:P.y}
        for i in range(a,b): ys[i+1]=ys[i]-s.h[i]
        xs=[x0]
        for w in s.w: xs.append(xs[-1]+w)
        hs=set();vs=set()
        for r,c,x in s.cells:
            r0,r1=max(r,a),min(r+x.rs,b)
            if r0>=r1: continue
            X0,X1,Y0,Y1=xs[c],xs[c+x.cs],ys[r0],ys[r1]
            if x.fill: cv.setFillColorRGB(*x.fill);cv.rect(X0,Y1,X1-X0,Y0-Y1,stroke=0,fill=1)
            if x.nb: continue
            if s.manner=='cells': cv.setLineWidth(s.lw);cv.rect(X0,Y1,X1-X0,Y0-Y1,stroke=1,fill=0)
            for i in range(c,c+x.cs): hs.add((r0,i));hs.add((r1,i))
            for i in range(r0,r1): vs.add((i,c));vs.add((i,c+x.cs))
        cv.setFillColorRGB(0,0,0);cv.setLineWidth(s.lw)
        def hl(r,c0,c1):
            if s.manner=='rects': cv.rect(xs[c0]-s.lw/2,ys[r]-s.lw/2,xs[c1]-xs[c0]+s.lw,s.lw,stroke=0,fill=1)
            else: cv.line(xs[c0],ys[r],xs[c1],ys[r])
        def vl(c,r0,r1):
            if s.manner=='rects': cv.rect(xs[c]-s.lw/2,ys[r1]-s.lw/2,s.lw,ys[r0]-ys[r1]+s.lw,stroke=0,fill=1)
            else: cv.line(xs[c],ys[r0],xs[c],ys[r1])
        if s.manner!='cells':
            keep=getattr(s,'hkeep',None)
            for r in range(a,b+1):
                if s.manner=='vonly' and keep is not None and r not in keep and r not in (a,b): continue
                run=[c for c in range(len(s.w)) if (r,c) in hs]
                i=0
                while i<len(run):
                    j=i
                    while j+1<len(run) and run[j+1]==run[j]+1: j+=1
                    hl(r,run[i],run[j]+1);i=j+1
            for c in range(len(s.w)+1):
                if s.manner=='honly': continue
                run=[r for r in range(a,b) if (r,c) in vs]
                i=0
                while i<len(run):
                    j=i
                    while j+1<len(run) and run[j+1]==run[j]+1: j+=1
                    vl(c,run[i],run[j]+1);i=j+1
        for r,c,x in s.cells:
            r0,r1=max(r,a),min(r+x.rs,b)
            if r0>=r1 or not x.t: continue
            if (r0!=r or r1!=r+x.rs):               # the cell is cut by a page break
                h=[sum(s.h[max(r,p):min(r+x.rs,q)]) for p,q in [(a,b)]][0]; tot=sum(s.h[r:r+x.rs])
                sp=getattr(x,'span',None) or s.span
                if sp=='first' and r0!=r: continue
                if sp=='last' and r1!=r+x.rs: continue
                if sp=='bigger' and h*2<tot: continue
                above=sum(s.h[r:r0])
                if sp=='centre' and not above<=tot/2<above+h: continue
                if sp=='split':                     # the lines stand where they would stand without the break
                    fs=s.size;lead=fs*1.25;top=(tot-len(x.lines)*lead)/2
                    for k,ln in enumerate(x.lines):
                        m=top+(k+.5)*lead
                        if above<=m<above+h:
                            yy=ys[r0]-min(max(m-above,lead/2+1),h-lead/2-1)
                            w=pdfmetrics.stringWidth(ln,s.font,fs);cv.drawString((xs[c]+xs[c+x.cs]-w)/2,yy-lead/2+fs*.22,ln)
                    continue
            X0,X1,Y0,Y1=xs[c],xs[c+x.cs],ys[r0],ys[r1]
            fs=s.size;lead=fs*1.25;H_=len(x.lines)*lead
            y=(Y0+Y1)/2+H_/2 if x.va=='m' else Y0-s.pad
            for ln in x.lines:
                y-=lead;w=pdfmetrics.stringWidth(ln,s.font,fs)
                X=X0+s.pad if x.al=='l' else X1-s.pad-w if x.al=='r' else (X0+X1-w)/2
                if x.b: cv.setLineWidth(.3);cv.drawString(X,y+fs*.22,ln,mode=2)
                else: cv.drawString(X,y+fs*.22,ln)
        P.y=ys[b]
class Pager:
    def __init__(s,path,size=A4,margin=45,font='song',number=None,bottom=None):
        s.cv=Canvas(path,pagesize=size,invariant=1);s.size=size;s.left=margin;s.top=size[1]-margin;s.bottom=bottom or margin;s.y=s.top;s.font=font;s.number=number;s.k=1
        s.cv.setFont(font,9);s.f=(font,9)
    def foot(s):
        if s.number: s.cv.setFont(s.font,8);s.cv.drawCentredString(s.size[0]/2,24,s.number%s.k)
    def page(s):
        s.foot();s.cv.showPage();s.k+=1;s.y=s.top;s.cv.setFont(*s.f)
    def text(s,t,size=9,al='l',font=None,gap=6,x=None,b=False):
        f=font or s.font;s.y-=size*1.15;cv=s.cv;cv.setFont(f,size);w=s.size[0]
        tw=pdfmetrics.stringWidth(t,f,size)
        X=x if x is not None else s.left if al=='l' else w-s.left-tw if al=='r' else (w-tw)/2
        cv.setFillColorRGB(0,0,0)
        if b: cv.setLineWidth(.35);cv.drawString(X,s.y+size*.2,t,mode=2)
        else: cv.drawString(X,s.y+size*.2,t)
        s.y-=gap
    def pair(s,a,b,size=9,gap=4,mid=None):
        y=s.y;s.text(a,size,gap=gap);s.y=y
        if mid: s.text(mid,size,'c',gap=gap);s.y=y
        s.text(b,size,'r',gap=gap)
    def table(s,t):
        s.f=(t.font,t.size);s.cv.setFont(t.font,t.size);t.draw(s)
    def save(s): s.foot();s.cv.save()
def html_table(widths,rows,css='',head=0):
    o=['<table style="%s"><colgroup>%s</colgroup>'%(css,''.join('<col style="width:%spt">'%w for w in widths))]
    def tr(row):
        o.append('<tr>')
        for x in row:
            if isinstance(x,str): x=C(x)
            st='text-align:%s;'%{'c':'center','l':'left','r':'right'}[x.al]
            if x.b: st+='font-weight:bold;'
            if x.fill: st+='background:rgb(%d,%d,%d);'%tuple(int(255*v) for v in x.fill)
            if x.nb: st+='border:none;'
            if x.va=='t': st+='vertical-align:top;'
            t='<br>'.join(H.escape(q) for q in (x.t if not x.vert else '\n'.join(x.t)).split('\n'))
            o.append('<td colspan=%d rowspan=%d style="%s">%s</td>'%(x.cs,x.rs,st,t))
        o.append('</tr>')
    if head:
        o.append('<thead>');[tr(r) for r in rows[:head]];o.append('</thead>')
    o.append('<tbody>');[tr(r) for r in rows[head:]];o.append('</tbody></table>')
    return '\n'.join(o)
def chromium(path,body,page='A4',margin='14mm',font='"AR PL UMing CN"',size=9,extra=''):
    css='@page{size:%s;margin:%s} body{font-family:%s;font-size:%spt;margin:0} table{border-collapse:collapse;table-layout:fixed;width:100%%} td{border:0.75pt solid #000;padding:2.5pt 3pt;vertical-align:middle;word-break:normal;overflow-wrap:anywhere} h1{font-size:16pt;text-align:center;font-weight:normal;margin:4pt 0} tr{break-inside:avoid} %s'%(page,margin,font,size,extra)
    h=path[:-4]+'.html';h=os.path.join(os.path.dirname(path),'make',os.path.basename(h))
    open(h,'w',encoding='utf8').write('<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>%s</style><body>%s</body></html>'%(css,body))
    env=dict(os.environ)
    subprocess.run(['chromium','--headless','--no-sandbox','--disable-gpu','--no-pdf-header-footer','--print-to-pdf='+path,'file://'+h],env=env,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL,timeout=120)
