"""What sets e and f share: one description of a table's rows (engine.C), set by ReportLab, Chromium, Typst, LibreOffice Calc and Writer, fpdf2 or PyMuPDF's Story."""
import os, sys, json, pathlib, subprocess
ME=pathlib.Path(__file__).resolve().parent
sys.path[:0]=[str(ME.parents[1]/'make'),str(ME.parents[1]/'b'/'make')]
from engine import *
import b_forms as B
from b_forms import cell, tab, typ, title, ends, runs, Sheet, J, ENV, Break, CL
import pymupdf
from fpdf import FPDF
from fpdf.fonts import FontFace
GREY=(.9,.9,.9); BLUE=(.87,.92,.97); GREEN=(.9,.95,.88); SAND=(.98,.94,.86)
hexa=lambda f:'%02X%02X%02X'%tuple(int(255*v) for v in f)
bare=lambda s:re.split('[（(]',s)[0].strip()
def tree(rows,n=2):
    """equal leading cells become merged cells"""
    out=[]
    for i,r in enumerate(rows):
        row=[]
        for c in range(n):
            if i and rows[i-1][:c+1]==r[:c+1]: continue
            k=i
            while k+1<len(rows) and rows[k+1][:c+1]==r[:c+1]: k+=1
            row.append(C(r[c],rs=k-i+1))
        out.append(row+[x if isinstance(x,C) else C(x) for x in r[n:]])
    return out
def head(*t,**k): return [C(x,**k) for x in t]
def cs(row): return [C(x) if isinstance(x,str) else x for x in row]
# Typst
def typ_table(widths,rows,nhead=0,extra=''):
    al={'c':None,'l':'left+horizon','r':'right+horizon'}
    def one(x):
        return cell(x.t,x.cs,x.rs,al[x.al],'#'+hexa(x.fill) if x.fill else None,x.b,down=x.vert)
    hc=[one(x) for r in rows[:nhead] for x in cs(r)] if nhead else None
    return tab(['%gfr'%w for w in widths],[one(x) for r in rows[nhead:] for x in cs(r)],headcells=hc,extra=extra)
# Calc
def calc_rows(s,rows,hs=None,num=None):
    busy=set()
    for i,row in enumerate(rows):
        c=1
        for x in cs(row):
            while (s.r,c) in busy: c+=1
            for a in range(x.rs):
                for b in range(x.cs): busy.add((s.r+a,c+b))
            s.put(c,'\n'.join(x.t) if x.vert else x.t,x.cs,x.rs,al={'c':'center','l':'left','r':'right'}[x.al],bold=x.b,fill=hexa(x.fill) if x.fill else None,border=not x.nb)
            c+=x.cs
        if hs: s.ws.row_dimensions[s.r].height=hs if isinstance(hs,(int,float)) else hs[i]
        s.r+=1
# fpdf2
class Fp:
    def __init__(s,font='wqy/wqy-microhei.ttc',size=9,land=False,margin=15):
        s.p=FPDF(orientation='landscape' if land else 'portrait',format='A4',unit='pt');m=margin*2.83;s.p.set_margins(m,m,m);s.p.set_auto_page_break(True,m)
        s.p.add_font('f','',F+font,collection_font_number=0);s.p.add_page();s.size=size;s.p.set_font('f',size=size)
        import datetime;s.p.set_creation_date(datetime.datetime(2025,1,1,tzinfo=datetime.timezone.utc))
    def line(s,t,size=None,al='L',gap=4):
        s.p.set_font('f',size=size or s.size);s.p.cell(0,(size or s.size)*1.4,t,align=al,new_x='LMARGIN',new_y='NEXT');s.p.ln(gap);s.p.set_font('f',size=s.size)
    def ends(s,a,b):
        y=s.p.get_y();s.p.cell(0,s.size*1.4,a,align='L');s.p.set_xy(s.p.l_margin,y);s.p.cell(0,s.size*1.4,b,align='R',new_x='LMARGIN',new_y='NEXT');s.p.ln(3)
    def table(s,widths,rows,pad=3,lead=None):
        with s.p.table(col_widths=widths,first_row_as_headings=False,line_height=lead or s.size*1.35,padding=pad,text_align='CENTER',v_align='MIDDLE',width=s.p.epw,wrapmode='CHAR',gutter_height=0) as t:
            for r in rows:
                w=t.row()
                for x in cs(r):
                    w.cell('\n'.join(x.t) if x.vert else x.t,colspan=x.cs,rowspan=x.rs,align={'c':'CENTER','l':'LEFT','r':'RIGHT'}[x.al],style=FontFace(fill_color=tuple(int(255*v) for v in x.fill)) if x.fill else None)
    def save(s,path): s.p.output(path)
# PyMuPDF
def story(path,body,css='',land=False,margin=45):
    s=pymupdf.Story(body,user_css='table{border-collapse:collapse;width:100%} td{border:1px solid black;padding:3px} '+css)
    w=pymupdf.DocumentWriter(path);m=pymupdf.paper_rect('a4-l' if land else 'a4');more=1
    while more:
        d=w.begin_page(m);more,_=s.place(m+(margin,margin,-margin,-margin));s.draw(d);w.end_page()
    w.close()
# Writer, from HTML
def writer(path,body):
    h=pathlib.Path(path).parent/'make'/(pathlib.Path(path).stem+'.html');h.write_text(body,encoding='utf8')
    subprocess.run(['soffice','--headless','--infilter=HTML (StarWriter)','--convert-to','pdf:writer_pdf_Export','--outdir',str(pathlib.Path(path).parent),str(h)],env=ENV,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL,timeout=180)
