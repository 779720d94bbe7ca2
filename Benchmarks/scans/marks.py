"""What people and machines leave on paper: seals, signatures, watermarks, holes, staples, dust, the other side."""
import functools
import subprocess

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from sheet import step

SHARPER = 2  # marks are drawn this much larger and then reduced, for soft edges
OFFICES = ["某某县财政局绩效评价专用章", "某市人民政府办公室", "某某区教育和体育局", "示例省卫生健康委员会财务处"]
WATERMARKS = ["内部资料", "仅供参考", "草案", "副本无效", "某某市财政局"]


@functools.lru_cache(maxsize=None)
def chinese_font(size):
    found = subprocess.run(["fc-match", "-f", "%{file}", "sans:lang=zh-cn"], capture_output=True, text=True, check=True)
    return ImageFont.truetype(found.stdout, size)


def cover_of(image):
    """A mask drawn in "L" as cover, 0...1."""
    small = image.resize((max(1, image.width // SHARPER), max(1, image.height // SHARPER)), Image.LANCZOS)
    return np.asarray(small, dtype=np.float32) / 255


def place_by_ink(sheet, rng, width, height, area, sign, tries=30):
    """The left top corner, of some random ones, with least print below (sign 1) or most (-1).

    area: left, top, right, bottom within which the mark should lie.
    """
    dark = sheet.gray() < 150
    best = None
    for _ in range(tries):
        left = int(rng.integers(area[0], max(area[0] + 1, area[2] - width)))
        top = int(rng.integers(area[1], max(area[1] + 1, area[3] - height)))
        ink = sign * int(dark[max(0, top) : top + height, max(0, left) : left + width].sum())
        if best is None or ink < best[0]:
            best = (ink, left, top)
    return best[1], best[2]


@step
def seal(sheet, rng, diameter=1.6, darkness=0.8, colour=(215, 30, 35)):
    """A round official seal over the print: ring, star, text along the ring, unevenly inked, turned a little."""
    size = sheet.inches(diameter) * SHARPER
    image = Image.new("L", (size, size))
    draw = ImageDraw.Draw(image)
    line = size // 38
    draw.ellipse([line, line, size - line, size - line], outline=255, width=line)
    middle = size / 2
    star = [
        (middle + radius * np.sin(np.pi * k / 5), middle - radius * np.cos(np.pi * k / 5))
        for k in range(10)
        for radius in [size * (0.16 if k % 2 == 0 else 0.062)]
    ]
    draw.polygon(star, fill=255)
    office = str(rng.choice(OFFICES))
    font = chinese_font(size // 9)
    for index, character in enumerate(office):
        angle = -125 + 250 * index / (len(office) - 1)
        tile = Image.new("L", (size, size))
        ImageDraw.Draw(tile).text((middle, size * 0.065), character, font=font, fill=255, anchor="mt")
        image.paste(255, mask=tile.rotate(-angle, Image.BICUBIC))
    image = image.rotate(float(rng.uniform(-15, 15)), Image.BICUBIC)
    cover = cover_of(image)
    patchy = 0.7 + 0.3 * rng.random((size // 24 + 1, size // 24 + 1))
    patches = Image.fromarray((patchy * 255).astype(np.uint8)).resize(cover.shape[::-1], Image.BICUBIC)
    cover = cover * darkness * np.asarray(patches, dtype=np.float32) / 255
    left, top, right, bottom = sheet.content_box()
    area = (left + (right - left) // 4, top + (bottom - top) // 3, right, bottom + cover.shape[0] // 4)
    x, y = place_by_ink(sheet, rng, cover.shape[1], cover.shape[0], area, -1, tries=5)
    sheet.stain(cover, colour, x, y)


@step
def signature(sheet, rng, colour=(30, 40, 140), length=1.1):
    """A quick scribble in pen, where there is the least print (nothing under it should become unreadable)."""
    width, height = sheet.inches(length) * SHARPER, sheet.inches(length * 0.4) * SHARPER
    knots = rng.uniform(0.1, 0.9, (9, 2)) * [width, height]
    knots[:, 0] = np.sort(knots[:, 0]) + rng.uniform(-0.08, 0.08, 9) * width
    fine = np.linspace(0, 8, 160)
    ease = fine % 1
    ease = np.floor(fine) + ease * ease * (3 - 2 * ease)
    points = np.c_[np.interp(ease, range(9), knots[:, 0]), np.interp(fine, range(9), knots[:, 1])]
    image = Image.new("L", (width, height))
    ImageDraw.Draw(image).line([tuple(p) for p in points], fill=255, width=max(2, sheet.dpi // 45), joint="curve")
    cover = cover_of(image.filter(ImageFilter.GaussianBlur(1)))
    area = (sheet.width // 2, sheet.height // 2, sheet.width, sheet.height)
    left, top = place_by_ink(sheet, rng, cover.shape[1], cover.shape[0], area, 1)
    sheet.stain(cover * 0.9, colour, left, top)


@step
def watermark(sheet, rng, darkness=0.25, size=0.8):
    """Gray words across the page, aslant."""
    text = str(rng.choice(WATERMARKS))
    font = chinese_font(sheet.inches(size))
    image = Image.new("L", (sheet.width, sheet.height))
    draw = ImageDraw.Draw(image)
    for share in (0.25, 0.5, 0.75):
        draw.text((sheet.width / 2, sheet.height * share), text, font=font, fill=255, anchor="mm")
    image = image.rotate(float(rng.uniform(28, 45)), Image.BICUBIC)
    sheet.stain(np.asarray(image, dtype=np.float32) / 255 * darkness, (60, 60, 60))


@step
def show_through(sheet, rng, strength=0.12):
    """The print of another page from behind: mirrored, soft and faint."""
    if not sheet.backs:
        return
    back = Image.fromarray(sheet.backs[int(rng.integers(len(sheet.backs)))][:, ::-1])
    back = back.resize((sheet.width, sheet.height)).filter(ImageFilter.GaussianBlur(1.5 * sheet.dpi / 200))
    cover = (255 - np.asarray(back, dtype=np.float32)) / 255 * strength
    sheet.stain(cover, (40, 40, 40), int(rng.integers(-20, 20)), int(rng.integers(-20, 20)))


@step
def punch_holes(sheet, rng, radius=0.11, shade=40):
    """Two holes at the side with more margin, as dark discs; left out where they would take print away."""
    left, _, right, _ = sheet.content_box()
    at_left = left > sheet.width - right
    margin = left if at_left else sheet.width - right
    size = sheet.inches(radius)
    if margin < 2.4 * size:
        return
    x = margin // 2 if at_left else sheet.width - margin // 2
    y, across = np.mgrid[-size : size + 1, -size : size + 1]
    disc = np.clip(size - np.hypot(y, across), 0, 1).astype(np.float32)
    for offset in (-1.575, 1.575):
        sheet.stain(disc, (shade,) * 3, int(x - size), int(sheet.height / 2 + offset * sheet.dpi - size))


@step
def staple(sheet, rng, length=0.4):
    """A staple in the left upper corner with the shadow of the folded paper."""
    box = sheet.inches(length * 1.6)
    image = Image.new("L", (box, box))
    draw = ImageDraw.Draw(image)
    a, b = (box * 0.15, box * 0.8), (box * 0.75, box * 0.25)
    draw.line([(a[0] + 4, a[1] + 5), (b[0] + 4, b[1] + 5)], fill=90, width=max(3, sheet.dpi // 28))
    image = image.filter(ImageFilter.GaussianBlur(2))
    ImageDraw.Draw(image).line([a, b], fill=230, width=max(2, sheet.dpi // 60))
    left, top, _, _ = sheet.content_box()
    if left < box and top < box:
        box_left, box_top = 0, max(0, top - box)
    else:
        box_left, box_top = sheet.inches(0.12), sheet.inches(0.12)
    sheet.stain(np.asarray(image, dtype=np.float32) / 255, (50, 50, 55), box_left, box_top)


@step
def dust(sheet, rng, specks=60, largest=0.012):
    """Dark specks of dust and a hair or two on the glass."""
    image = Image.new("L", (sheet.width, sheet.height))
    draw = ImageDraw.Draw(image)
    for _ in range(specks):
        x, y = rng.uniform(0, sheet.width), rng.uniform(0, sheet.height)
        r = rng.uniform(0.4, 1) ** 2 * largest * sheet.dpi
        draw.ellipse([x - r, y - r * rng.uniform(0.5, 1), x + r, y + r], fill=int(rng.integers(90, 240)))
    for _ in range(specks // 40):
        x, y = rng.uniform(0, sheet.width), rng.uniform(0, sheet.height)
        steps = rng.uniform(-0.12, 0.12, (6, 2)).cumsum(axis=0) * sheet.dpi
        draw.line([(x, y)] + [(x + a, y + b) for a, b in steps], fill=120, width=1)
    sheet.stain(np.asarray(image.filter(ImageFilter.GaussianBlur(0.5)), dtype=np.float32) / 255, (60, 58, 55))


@step
def scanner_streak(sheet, rng, count=2, darkness=0.25):
    """Dirt on the sensor of a sheet-fed scanner: thin vertical lines over the whole page."""
    for _ in range(count):
        x = int(rng.integers(sheet.width))
        sheet.stain(np.full((sheet.height, 1), darkness * rng.uniform(0.6, 1), dtype=np.float32), (40, 40, 40), x, 0)
