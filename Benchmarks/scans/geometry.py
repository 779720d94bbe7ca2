"""How the paper lay on the glass."""
import numpy as np
from PIL import Image

from sheet import Sheet, step


def warp(sheet, matrix, fill):
    """Maps the page by `matrix` (pixels to pixels) onto a canvas of the same size."""
    inverse = np.linalg.inv(matrix)
    inverse /= inverse[2, 2]
    image = Image.fromarray(sheet.pixels)
    colour = fill if sheet.pixels.ndim == 2 else (fill,) * 3
    image = image.transform(image.size, Image.PERSPECTIVE, inverse.flatten()[:8], Image.BICUBIC, fillcolor=colour)
    sheet.pixels = np.asarray(image).copy()
    sheet.matrix = matrix @ sheet.matrix


def mapped(matrix, points):
    """The points (n x 2) mapped by a 3 x 3 matrix."""
    points = np.asarray(points, dtype=np.float64)
    out = np.c_[points, np.ones(len(points))] @ matrix.T
    return out[:, :2] / out[:, 2:]


def shrink_to_fit(sheet, matrix, edge):
    """The matrix, made smaller about the centre until all print stays `edge` pixels within the canvas."""
    left, top, right, bottom = sheet.content_box()
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    centre = np.array([sheet.width / 2, sheet.height / 2])
    room = centre - edge
    reach = np.abs(mapped(matrix, corners) - centre).max(axis=0)
    return scaling(min(1.0, *(room / reach)), centre) @ matrix


def scaling(factor, centre):
    return np.array([[factor, 0, centre[0] * (1 - factor)], [0, factor, centre[1] * (1 - factor)], [0, 0, 1.0]])


def turning(degrees, centre):
    """Clockwise as seen on the page."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    x, y = centre
    return np.array([[cosine, -sine, x - cosine * x + sine * y], [sine, cosine, y - sine * x - cosine * y], [0, 0, 1]])


@step
def skew(sheet, rng, degrees=1.0, fill=255):
    """The page lies aslant; print that would fall off the glass is kept by a slightly smaller picture."""
    centre = (sheet.width / 2, sheet.height / 2)
    warp(sheet, shrink_to_fit(sheet, turning(degrees, centre), sheet.inches(0.05)), fill)


@step
def perspective(sheet, rng, share=0.002):
    """Corners off by up to `share` of the page's size, as from a camera or a warped sheet."""
    size = np.array([sheet.width, sheet.height])
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * size
    targets = corners + rng.uniform(-share, share, (4, 2)) * size
    rows, right = [], []
    for (x, y), (u, v) in zip(corners, targets):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    warp(sheet, np.append(np.linalg.solve(np.array(rows), right), 1).reshape(3, 3), 255)


@step
def wave(sheet, rng, share=0.002, periods=1.5):
    """Paper that does not lie flat: straight rows bend by `share` of the width."""
    phase = rng.uniform(0, 2 * np.pi)
    columns = np.arange(sheet.width)
    shift = share * sheet.width * np.sin(2 * np.pi * periods * columns / sheet.width + phase)
    rows = np.clip(np.arange(sheet.height)[:, None] + shift[None, :], 0, sheet.height - 1.001).astype(np.float32)
    low = rows.astype(np.int32)
    part = rows - low
    if sheet.pixels.ndim == 3:
        part = part[:, :, None]
    grid = np.broadcast_to(columns, low.shape)
    sheet.pixels = (sheet.pixels[low, grid] * (1 - part) + sheet.pixels[low + 1, grid] * part).astype(np.uint8)


@step
def black_border(sheet, rng, scale=0.965, shade=25):
    """Lid open: the sheet is smaller than the glass, and what lies outside is dark."""
    room = (1 - scale) * np.array([sheet.width, sheet.height]) / 2
    shift = np.eye(3)
    shift[:2, 2] = rng.uniform(-0.9, 0.9, 2) * room
    warp(sheet, shift @ scaling(scale, (sheet.width / 2, sheet.height / 2)), shade)


@step
def turn(sheet, rng, degrees=90):
    """The page was fed turned by 90, 180 or 270 degrees clockwise."""
    width, height = sheet.width, sheet.height
    steps = {
        90: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
    }
    sheet.pixels = np.ascontiguousarray(np.rot90(sheet.pixels, -degrees // 90))
    sheet.matrix = np.array(steps[degrees], dtype=np.float64) @ sheet.matrix
