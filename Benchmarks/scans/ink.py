"""What happens to print and ruling lines before the scanner sees them."""
import numpy as np
from PIL import Image, ImageFilter

from sheet import smooth_noise, step

LINE_LENGTH = 0.35  # inches: a dark run as long as this is a ruling line, not a stroke of a character


def long_runs(dark, length):
    """The pixels of `dark` (height x width) that lie in horizontal runs of at least `length`."""
    height, width = dark.shape
    if width <= length:
        return np.zeros_like(dark)
    total = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(dark, axis=1, out=total[:, 1:])
    starts = (total[:, length:] - total[:, :-length]) == length
    marks = np.zeros((height, width + 1), dtype=np.int32)
    marks[:, : starts.shape[1]] += starts
    marks[:, length:] -= starts[:, : width + 1 - length]
    return np.cumsum(marks, axis=1)[:, :width] > 0


def ruling_mask(sheet):
    """The pixels of ruling lines, with their soft edges; big filled areas are left out."""
    dark = sheet.gray() < 170
    length = sheet.inches(LINE_LENGTH)
    mask = long_runs(dark, length) | long_runs(dark.T, length).T
    wide = np.asarray(Image.fromarray((mask * 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(3))) > 0
    return wide


def blend_to_paper(sheet, amount):
    """Moves pixels to white by amount (0...1, height x width)."""
    if sheet.pixels.ndim == 3:
        amount = amount[:, :, None]
    sheet.pixels = (sheet.pixels + (255 - sheet.pixels.astype(np.float32)) * amount).astype(np.uint8)


@step
def faint_lines(sheet, rng, strength=0.6):
    """Ruling lines printed weakly: stronger here, weaker there, never wholly gone."""
    mask = ruling_mask(sheet)
    uneven = smooth_noise(rng, sheet.height, sheet.width, sheet.inches(0.5))
    blend_to_paper(sheet, mask * np.clip(strength * (0.75 + 0.5 * uneven), 0, 0.92))


@step
def broken_lines(sheet, rng, share=0.15, gap=0.03):
    """Gaps in ruling lines: about `share` of their length is gone, in pieces of about `gap` inches."""
    mask = ruling_mask(sheet)
    spots = smooth_noise(rng, sheet.height, sheet.width, sheet.inches(gap))
    edge = np.quantile(spots[mask], share) if mask.any() else 0
    blend_to_paper(sheet, (mask & (spots < edge)).astype(np.float32))


@step
def thicken(sheet, rng, amount=0.6):
    """A copy of a copy: strokes have grown by a pixel, partly."""
    image = Image.fromarray(sheet.pixels)
    grown = image.filter(ImageFilter.GaussianBlur(0.4 * sheet.dpi / 200)).filter(ImageFilter.MinFilter(3))
    sheet.pixels = np.asarray(Image.blend(image, grown, amount)).copy()


@step
def light_text(sheet, rng, ink=0.5):
    """Toner running out: everything printed has only `ink` of its darkness, less in patches."""
    uneven = smooth_noise(rng, sheet.height, sheet.width, sheet.inches(1))
    blend_to_paper(sheet, np.clip(1 - ink * (0.8 + 0.4 * uneven), 0, 1))


@step
def worn_text(sheet, rng, share=0.03):
    """Specks of missing toner within strokes."""
    specks = rng.random((sheet.height, sheet.width)) < share
    blend_to_paper(sheet, specks * 0.8)
