"""A small PDF writer for page pictures with text over or under them; standard library and Pillow only."""
import io
import struct
import zlib

import numpy as np
from PIL import Image, TiffImagePlugin

def unicode_map():
    """A ToUnicode map that takes every two-byte code for the UTF-16 unit it is."""
    ranges = [b"<%02X00> <%02XFF> <%02X00>" % (page, page, page) for page in range(256)]
    blocks = [ranges[first : first + 100] for first in range(0, 256, 100)]  # at most 100 ranges a block
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /Identity-Unicode def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + b"".join(b"%d beginbfrange\n%s\nendbfrange\n" % (len(block), b"\n".join(block)) for block in blocks)
        + b"endcmap CMapName currentdict /CMap defineresource pop end end"
    )


def group4(bits):
    """CCITT group 4 data of a picture; bits: height x width, True is black."""
    store = io.BytesIO()
    TiffImagePlugin.STRIP_SIZE = 1 << 30  # one strip, so that its data is the whole picture
    # Pillow writes True as the bit 1, which the coding calls black, whatever the TIFF says about its meaning.
    Image.fromarray(bits).save(store, "TIFF", compression="group4")
    tags = Image.open(store).tag_v2
    (offset,), (length,) = tags[273], tags[279]
    return store.getvalue()[offset : offset + length]


def jbig2(bits):
    """A JBIG2 page of one generic region, MMR coded (the same coding as group 4)."""
    height, width = bits.shape
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + group4(bits)

    def segment(number, kind, body):
        return struct.pack(">IBBBI", number, kind, 0, 1, len(body)) + body

    return segment(0, 48, page) + segment(1, 38, region)


def encoded(pixels, bits, encoding):
    """The dictionary entries and the data of a picture.

    encoding: ("jpeg", quality), ("jpeg2000", rate) or ("flate",) for 8 bits; ("ccitt",), ("jbig2",) or ("flate",)
    for 1 bit.
    """
    kind, *options = encoding
    space = "DeviceRGB" if pixels.ndim == 3 else "DeviceGray"
    if bits == 1:
        black = pixels < 128
        entries = "/ColorSpace /DeviceGray /BitsPerComponent 1"
        if kind == "ccitt":
            parameters = f"/K -1 /Columns {pixels.shape[1]} /Rows {pixels.shape[0]} /BlackIs1 false"
            return f"{entries} /Filter /CCITTFaxDecode /DecodeParms << {parameters} >>", group4(black)
        if kind == "jbig2":
            return f"{entries} /Filter /JBIG2Decode", jbig2(black)
        return f"{entries} /Filter /FlateDecode", zlib.compress(np.packbits(~black, axis=1).tobytes(), 9)
    entries = f"/ColorSpace /{space} /BitsPerComponent 8"
    store = io.BytesIO()
    if kind == "jpeg":
        Image.fromarray(pixels).save(store, "JPEG", quality=options[0])
        return f"{entries} /Filter /DCTDecode", store.getvalue()
    if kind == "jpeg2000":
        Image.fromarray(pixels).save(store, "JPEG2000", quality_mode="rates", quality_layers=[options[0]])
        return f"{entries} /Filter /JPXDecode", store.getvalue()
    return f"{entries} /Filter /FlateDecode", zlib.compress(pixels.tobytes(), 6)


class Writer:
    """Collects pages; `save` writes the file."""

    def __init__(self):
        self.objects = [b"", b""]  # catalogue and page tree come last
        self.pages = []
        self.fonts = None

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode())
        return len(self.objects)

    def stream(self, entries, data):
        return self.add(f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream")

    def font_resources(self):
        """F1: any BMP text by its code (for invisible text); F2: Helvetica; F3: Chinese, drawn by the viewer's font."""
        if self.fonts is None:
            codes = self.stream("", unicode_map())
            box = "/FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 /CapHeight 700"
            box += " /ItalicAngle 0 /StemV 80 /Flags 4"
            hidden = self.add(f"<< /Type /FontDescriptor /FontName /HiddenText {box} >>")
            song = self.add(f"<< /Type /FontDescriptor /FontName /STSong-Light {box} >>")
            below = self.add(
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /HiddenText /DW 1000 /CIDToGIDMap /Identity"
                " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                f" /FontDescriptor {hidden} 0 R >>"
            )
            below_song = self.add(
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
                f" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor {song} 0 R >>"
            )
            one = self.add(
                "<< /Type /Font /Subtype /Type0 /BaseFont /HiddenText /Encoding /Identity-H"
                f" /DescendantFonts [{below} 0 R] /ToUnicode {codes} 0 R >>"
            )
            two = self.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
            three = self.add(
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
                f" /DescendantFonts [{below_song} 0 R] >>"
            )
            self.fonts = f"/Font << /F1 {one} 0 R /F2 {two} 0 R /F3 {three} 0 R >>"
        return self.fonts

    def page(self, pixels, bits, encoding, size, strips=1, rotate=0, text=""):
        """Adds a page of `size` points (width, height) covered by the picture, cut into `strips`.

        text: content operators that follow the picture; rotate: the page's /Rotate.
        """
        width, height = size
        edges = np.linspace(0, pixels.shape[0], strips + 1).round().astype(int)
        names, drawing = [], []
        for number, (top, bottom) in enumerate(zip(edges, edges[1:])):
            part = np.ascontiguousarray(pixels[top:bottom])
            entries, data = encoded(part, bits, encoding)
            image = self.stream(
                f"/Type /XObject /Subtype /Image /Width {part.shape[1]} /Height {part.shape[0]} {entries}", data
            )
            names.append(f"/Im{number} {image} 0 R")
            tall = height * (bottom - top) / pixels.shape[0]
            low = height * (1 - bottom / pixels.shape[0])
            drawing.append(f"q {width:.3f} 0 0 {tall:.3f} 0 {low:.3f} cm /Im{number} Do Q")
        content = self.stream("/Filter /FlateDecode", zlib.compress(("\n".join(drawing) + "\n" + text).encode()))
        fonts = self.font_resources() if text else ""
        self.pages.append(
            self.add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.2f} {height:.2f}] /Rotate {rotate}"
                f" /Contents {content} 0 R /Resources << /XObject << {' '.join(names)} >> {fonts} >> >>"
            )
        )

    def save(self, path):
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
        kids = " ".join(f"{page} 0 R" for page in self.pages)
        self.objects[1] = f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>".encode()
        out = io.BytesIO(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        out.seek(0, 2)
        places = []
        for number, body in enumerate(self.objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        for place in places:
            out.write(b"%010d 00000 n \n" % place)
        out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start))
        path.write_bytes(out.getvalue())
