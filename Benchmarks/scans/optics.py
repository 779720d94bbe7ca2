"""Light, lens, sensor and thresholds of a scanner."""
import io

import numpy as np
from PIL import Image, ImageFilter

from sheet import smooth_noise, step


@step
def paper(sheet, rng, shade=245, texture=2.0):
    """Paper is not white: a base shade and a soft grain."""
    grain = smooth_noise(rng, sheet.height, sheet.width, 3) - 0.5
    sheet.scale_light(shade / 255 + grain * (2 * texture / 255))


@step
def yellowed(sheet, rng, warmth=0.12):
    """Old paper: less blue, a little less green; only seen in colour."""
    if sheet.pixels.ndim == 3:
        sheet.pixels = (sheet.pixels * np.array([1, 1 - warmth / 3, 1 - warmth], dtype=np.float32)).astype(np.uint8)


@step
def blur(sheet, rng, radius=0.7):
    """Out of focus, radius in pixels of 200 dpi."""
    image = Image.fromarray(sheet.pixels).filter(ImageFilter.GaussianBlur(radius * sheet.dpi / 200))
    sheet.pixels = np.asarray(image).copy()


@step
def gaussian_noise(sheet, rng, sigma=5.0):
    noise = rng.standard_normal((sheet.height, sheet.width), dtype=np.float32) * sigma
    if sheet.pixels.ndim == 3:
        noise = noise[:, :, None]
    sheet.pixels = np.clip(sheet.pixels + noise, 0, 255).astype(np.uint8)


@step
def salt_and_pepper(sheet, rng, share=0.001):
    """Single pixels black or white; also for pages that are 1-bit already."""
    dice = rng.random((sheet.height, sheet.width))
    sheet.pixels[dice < share / 2] = 0
    sheet.pixels[dice > 1 - share / 2] = 255


@step
def light_gradient(sheet, rng, depth=0.35):
    """Light from one side: the far side is darker by `depth`."""
    angle = rng.uniform(0, 2 * np.pi)
    y, x = np.mgrid[-1 : 1 : sheet.height * 1j, -1 : 1 : sheet.width * 1j].astype(np.float32)
    along = (x * np.cos(angle) + y * np.sin(angle)) / 1.4142
    sheet.scale_light(1 - depth * (0.5 + 0.5 * along))


@step
def light_blotches(sheet, rng, depth=0.3):
    """Soft shadows, as of a hand or a fold in front of a lamp."""
    sheet.scale_light(1 - depth * smooth_noise(rng, sheet.height, sheet.width, sheet.inches(3)))


@step
def spine_shadow(sheet, rng, depth=0.6, reach=0.12):
    """The dark band beside a book's spine, at the left or the right edge; reach is a share of the width."""
    distance = np.arange(sheet.width, dtype=np.float32) / (reach * sheet.width)
    if rng.random() < 0.5:
        distance = distance[::-1]
    sheet.scale_light(np.broadcast_to(1 - depth * np.exp(-(distance**2)), (sheet.height, sheet.width)))


@step
def contrast(sheet, rng, black=60, white=235):
    """A narrow range of tones: ink is gray, paper is dull."""
    sheet.pixels = (black + sheet.pixels * ((white - black) / 255)).astype(np.uint8)


@step
def jpeg_dirt(sheet, rng, quality=40, times=1):
    """Compressed before, perhaps more than once: blocks and ringing around strokes."""
    for _ in range(times):
        store = io.BytesIO()
        Image.fromarray(sheet.pixels).save(store, "JPEG", quality=quality)
        sheet.pixels = np.asarray(Image.open(store)).copy()


def otsu_level(gray):
    """The threshold that parts dark from light best (Otsu)."""
    counts = np.bincount(gray.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    sums = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = below * above * (sums / below - (sums[-1] - sums) / above) ** 2
    return int(np.nanargmax(spread))


def to_one_bit(sheet, level):
    sheet.pixels = np.where(sheet.gray() > level, 255, 0).astype(np.uint8)
    sheet.bits = 1


@step
def otsu(sheet, rng):
    """1-bit, threshold by the page's own tones."""
    to_one_bit(sheet, otsu_level(sheet.gray()))


@step
def threshold(sheet, rng, level=140):
    """1-bit, fixed threshold: low levels lose thin strokes, high ones fill them."""
    to_one_bit(sheet, level)


@step
def dither(sheet, rng):
    """1-bit by error diffusion, as fax and old copiers do with gray."""
    sheet.pixels = np.asarray(Image.fromarray(sheet.gray()).convert("1").convert("L")).copy()
    sheet.bits = 1
