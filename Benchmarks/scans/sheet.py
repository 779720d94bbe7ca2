"""A page on its way through the scanner, and the register of steps that can be done to it."""
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

STEPS = {}


def step(function):
    """Registers a degradation: function(sheet, rng, **parameters) changes the sheet in place."""
    STEPS[function.__name__] = function
    return function


@dataclass
class Sheet:
    """The pixels of one page and where its points have gone.

    pixels: uint8, height x width (gray) or height x width x 3; matrix: 3 x 3, from the pixels of the clean page to the
    pixels now; backs: the clean gray pages of the document, for show-through.
    """

    pixels: np.ndarray
    dpi: int
    matrix: np.ndarray = field(default_factory=lambda: np.eye(3))
    backs: list = field(default_factory=list)
    bits: int = 8

    @property
    def height(self):
        return self.pixels.shape[0]

    @property
    def width(self):
        return self.pixels.shape[1]

    def inches(self, length):
        """A length in inches as whole pixels, at least one."""
        return max(1, round(length * self.dpi))

    def gray(self):
        return np.asarray(Image.fromarray(self.pixels).convert("L"))

    def content_box(self):
        """Left, top, right, bottom of what is printed."""
        dark = self.gray() < 200
        rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
        if not len(rows):
            return 0, 0, self.width, self.height
        return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1

    def scale_light(self, factor):
        """Multiplies the pixels by a factor of height x width (or of one number)."""
        factor = np.asarray(factor, dtype=np.float32)
        if self.pixels.ndim == 3 and factor.ndim == 2:
            factor = factor[:, :, None]
        self.pixels = np.clip(self.pixels * factor, 0, 255).astype(np.uint8)

    def stain(self, cover, colour, left=0, top=0):
        """Lays ink over the page as real ink does: what is dark below stays dark.

        cover: 0...1, height x width of the stained part; colour: red, green, blue.
        """
        height, width = cover.shape
        top_cut, left_cut = max(0, -top), max(0, -left)
        cover = cover[top_cut : max(top_cut, self.height - top), left_cut : max(left_cut, self.width - left)]
        top, left = top + top_cut, left + left_cut
        part = self.pixels[top : top + cover.shape[0], left : left + cover.shape[1]]
        if part.ndim == 3:
            through = 1 - cover[:, :, None] * (1 - np.array(colour, dtype=np.float32) / 255)
        else:
            luminance = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]
            through = 1 - cover * (1 - luminance / 255)
        part[...] = (part * through).astype(np.uint8)


def smooth_noise(rng, height, width, grain):
    """Soft random values, 0...1, of height x width; grain is the size of a patch in pixels."""
    small = rng.random((max(2, height // grain + 2), max(2, width // grain + 2))).astype(np.float32)
    image = Image.fromarray((small * 255).astype(np.uint8)).resize((width, height), Image.BICUBIC)
    return np.asarray(image, dtype=np.float32) / 255
