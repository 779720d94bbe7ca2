"""What is done to each document of a set: the classes, and the steps and parameters of each kind of scan.

Class A: 200-300 dpi, gray or colour, clean to moderate. B: 150 dpi, 1-bit, bad light, seals, worn print. C: text behind
the picture or broken fonts. D: several harsh things at once. Parameters are drawn anew by every seed.
"""
from dataclasses import dataclass, field


@dataclass
class Plan:
    """One kind of scan.

    steps: (name, parameters) in the order in which they happen; encoding: see pdfwriter.encoded; layer: see layers,
    or "tesseract"; fonts: see brokenfonts (then nothing is scanned); page_size: "true", "a3" or "pixels" (one point a
    pixel); upright: a turned picture gets a /Rotate that turns it right.
    """

    name: str
    grade: str
    dpi: int = 200
    colour: bool = False
    steps: list = field(default_factory=list)
    encoding: tuple = ("jpeg", 75)
    layer: str = ""
    fonts: str = ""
    strips: int = 1
    page_size: str = "true"
    upright: bool = False
    typed: bool = False


def either_side(rng, least, most):
    return float(rng.uniform(least, most) * rng.choice([-1, 1]))


def skewed(rng, least=0.4, most=3.0):
    return ("skew", {"degrees": either_side(rng, least, most)})


def moderate(rng):
    """What every scanner does: paper that is not white, a soft lens, a little noise."""
    return [
        ("paper", {"shade": float(rng.uniform(238, 252)), "texture": float(rng.uniform(0.5, 2.5))}),
        ("blur", {"radius": float(rng.uniform(0.35, 0.75))}),
        ("gaussian_noise", {"sigma": float(rng.uniform(1.5, 4))}),
    ]


def class_a(rng):
    quality = lambda least=60, most=85: ("jpeg", int(rng.integers(least, most + 1)))
    plan = lambda name, **more: Plan(name, "a", **{"encoding": quality(), **more})
    return [
        plan("300-gray", dpi=300, steps=moderate(rng)),
        plan("300-gray-skew", dpi=300, steps=[skewed(rng), *moderate(rng)]),
        plan("300-color", dpi=300, colour=True, steps=[skewed(rng, 0.2, 1), ("yellowed", {}), *moderate(rng)]),
        plan("240-gray", dpi=240, steps=[skewed(rng, 0.2, 1.5), *moderate(rng)]),
        plan("200-gray-clean", steps=[]),
        plan("200-gray", steps=moderate(rng)),
        plan("200-gray-skew-small", steps=[skewed(rng, 0.3, 1.2), *moderate(rng)]),
        plan("200-gray-skew-large", steps=[skewed(rng, 1.8, 3), *moderate(rng)]),
        plan("200-color", colour=True, steps=[skewed(rng, 0.2, 1), *moderate(rng)]),
        plan("200-turned-90", steps=[skewed(rng, 0.2, 1), *moderate(rng), ("turn", {"degrees": 90})]),
        plan("300-turned-270", dpi=300, steps=[*moderate(rng), ("turn", {"degrees": 270})]),
        plan("200-turned-270-rotate", steps=[*moderate(rng), ("turn", {"degrees": 270})], upright=True),
        plan("200-upside-down", steps=[skewed(rng, 0.2, 1.5), *moderate(rng), ("turn", {"degrees": 180})]),
        plan("300-upside-down-rotate", dpi=300, steps=[*moderate(rng), ("turn", {"degrees": 180})], upright=True),
        plan("200-curved", steps=[("perspective", {}), ("wave", {}), *moderate(rng)]),
        plan("200-holes-staple-border", steps=[
            ("punch_holes", {}), ("staple", {}), skewed(rng, 0.2, 1), ("black_border", {}), *moderate(rng)]),
        plan("300-dust-streaks", dpi=300, steps=[*moderate(rng), ("dust", {}), ("scanner_streak", {})]),
        plan("200-strips", steps=moderate(rng), strips=int(rng.integers(3, 9))),
        plan("200-size-in-pixels", steps=moderate(rng), page_size="pixels"),
        plan("200-size-a3", steps=[skewed(rng, 0.2, 1), *moderate(rng)], page_size="a3"),
        plan("200-color-jpeg2000", colour=True, steps=moderate(rng), encoding=("jpeg2000", 20)),
        plan("200-typed-over", steps=moderate(rng), typed=True),
        plan("300-signature", dpi=300, colour=True, steps=[("signature", {}), *moderate(rng)]),
        plan("200-signature-black", steps=[("signature", {"colour": (25, 25, 30)}), *moderate(rng)]),
    ]


def class_b(rng):
    jpeg = lambda least, most: ("jpeg", int(rng.integers(least, most + 1)))
    plan = lambda name, **more: Plan(name, "b", **{"encoding": jpeg(55, 80), **more})
    fixed = lambda least, most: ("threshold", {"level": int(rng.integers(least, most + 1))})
    return [
        plan("150-gray", dpi=150, steps=moderate(rng)),
        plan("150-gray-skew", dpi=150, steps=[skewed(rng), *moderate(rng)]),
        plan("150-color-jpeg", dpi=150, colour=True, steps=moderate(rng), encoding=jpeg(40, 50)),
        plan("300-1bit-ccitt", dpi=300, steps=[*moderate(rng), ("otsu", {})], encoding=("ccitt",)),
        plan("300-1bit-turned", dpi=300, steps=[*moderate(rng), ("otsu", {}), ("turn", {"degrees": 90})],
             encoding=("ccitt",)),
        plan("200-1bit-jbig2", steps=[*moderate(rng), ("otsu", {})], encoding=("jbig2",)),
        plan("200-1bit-skew", steps=[skewed(rng), *moderate(rng), ("otsu", {})], encoding=("ccitt",)),
        plan("200-1bit-thin", steps=[*moderate(rng), fixed(150, 165)], encoding=("flate",)),
        plan("200-1bit-thick", steps=[*moderate(rng), fixed(185, 205)], encoding=("ccitt",)),
        plan("300-1bit-dither", dpi=300, steps=[*moderate(rng), ("dither", {})], encoding=("ccitt",)),
        plan("200-1bit-specks", steps=[*moderate(rng), ("otsu", {}), ("salt_and_pepper", {"share": 0.004})],
             encoding=("ccitt",)),
        plan("200-light-gradient", steps=[skewed(rng, 0.2, 1.5), ("light_gradient", {"depth": 0.5}), *moderate(rng)]),
        plan("200-light-blotches", steps=[("light_blotches", {"depth": 0.45}), *moderate(rng)]),
        plan("200-spine", steps=[("spine_shadow", {}), *moderate(rng)]),
        plan("200-seal-color", colour=True, steps=[("seal", {}), skewed(rng, 0.2, 1.5), *moderate(rng)]),
        plan("300-seal-color", dpi=300, colour=True, steps=[("seal", {}), ("signature", {}), *moderate(rng)]),
        plan("200-seal-gray", steps=[("seal", {"darkness": 0.55}), *moderate(rng)]),
        plan("200-watermark", steps=[("watermark", {}), *moderate(rng)]),
        plan("200-show-through", steps=[("show_through", {"strength": 0.15}), *moderate(rng)]),
        plan("200-thickened", steps=[("thicken", {}), *moderate(rng)]),
        plan("200-light-text", steps=[("light_text", {"ink": float(rng.uniform(0.35, 0.55))}), *moderate(rng)]),
        plan("200-faint-lines", steps=[("faint_lines", {"strength": 0.75}), *moderate(rng)]),
        plan("200-broken-lines", steps=[("broken_lines", {"share": 0.2}), *moderate(rng)]),
        plan("200-jpeg-30", steps=[*moderate(rng), ("jpeg_dirt", {"quality": 45})], encoding=("jpeg", 30)),
        plan("200-low-contrast", steps=[("contrast", {"black": 95, "white": 190}), *moderate(rng)]),
    ]


def class_c(rng):
    plan = lambda name, **more: Plan(name, "c", **more)
    return [
        plan("layer-good", layer="good", steps=moderate(rng)),
        plan("layer-good-skew", layer="good", steps=[skewed(rng, 0.5, 2), *moderate(rng)]),
        plan("layer-good-turned", layer="good", steps=[*moderate(rng), ("turn", {"degrees": 90})], upright=True),
        plan("layer-shifted", layer="shifted", steps=moderate(rng)),
        plan("layer-mojibake", layer="mojibake", steps=moderate(rng)),
        plan("layer-mojibake-1bit", dpi=300, layer="mojibake", steps=[*moderate(rng), ("otsu", {})],
             encoding=("ccitt",)),
        plan("layer-random-cjk", layer="random-cjk", steps=[skewed(rng, 0.2, 1), *moderate(rng)]),
        plan("layer-half-garbled", layer="half-garbled", steps=moderate(rng)),
        plan("layer-other-page", layer="other-page", steps=moderate(rng)),
        plan("layer-no-spaces", layer="no-spaces", steps=moderate(rng)),
        plan("layer-single-characters", layer="single-characters", dpi=300, steps=moderate(rng)),
        plan("layer-tesseract", layer="tesseract", steps=moderate(rng)),
        plan("layer-tesseract-300", layer="tesseract", dpi=300, steps=[skewed(rng, 0.2, 0.8), *moderate(rng)]),
        plan("fonts-stripped", fonts="stripped"),
        plan("fonts-private-use", fonts="private-use"),
        plan("fonts-private-use-2", fonts="private-use"),
    ]


def class_d(rng):
    plan = lambda name, **more: Plan(name, "d", **more)
    spoiled = [("light_gradient", {"depth": 0.45}), *moderate(rng)]
    return [
        plan("150-gray-skew-jpeg-30", dpi=150, steps=[skewed(rng, 1, 3), *moderate(rng)], encoding=("jpeg", 32)),
        plan("150-1bit", dpi=150, steps=[*moderate(rng), ("otsu", {})], encoding=("ccitt",)),
        plan("200-1bit-light", steps=[*spoiled, ("otsu", {})], encoding=("ccitt",)),
        plan("200-seal-light-skew", colour=True, steps=[
            ("seal", {}), ("signature", {}), skewed(rng, 1, 3), *spoiled], encoding=("jpeg", 45)),
        plan("200-copy-of-copy", steps=[
            ("faint_lines", {"strength": 0.3}), ("broken_lines", {}), ("thicken", {"amount": 0.5}), skewed(rng, 0.5, 2),
            *moderate(rng), ("threshold", {"level": 165}), ("salt_and_pepper", {"share": 0.002})],
            encoding=("ccitt",)),
        plan("200-book", steps=[
            ("show_through", {"strength": 0.18}), ("perspective", {"share": 0.006}), ("wave", {"share": 0.003}),
            ("spine_shadow", {"depth": 0.7}), *moderate(rng)], encoding=("jpeg", 50)),
        plan("200-toner-low", steps=[
            ("light_text", {"ink": 0.4}), ("worn_text", {}), skewed(rng, 0.3, 1.5), *moderate(rng), ("dust", {})],
            encoding=("jpeg", 50)),
        plan("200-turned-watermark-seal", colour=True, steps=[
            ("watermark", {}), ("seal", {}), skewed(rng, 0.5, 2), *moderate(rng), ("turn", {"degrees": 90})],
            encoding=("jpeg", 50)),
        plan("200-upside-down-garbled", layer="mojibake", steps=[
            skewed(rng, 0.5, 2), ("light_blotches", {"depth": 0.4}), *moderate(rng), ("turn", {"degrees": 180})]),
        plan("150-color-border", dpi=150, colour=True, steps=[
            ("punch_holes", {}), skewed(rng, 1, 2.5), ("black_border", {}), ("yellowed", {}), *moderate(rng),
            ("jpeg_dirt", {"quality": 45, "times": 2})], encoding=("jpeg", 55)),
        plan("300-1bit-seal", dpi=300, steps=[
            ("seal", {"darkness": 0.45}), skewed(rng, 0.5, 2), *moderate(rng), ("otsu", {})], encoding=("jbig2",)),
        plan("200-phone", colour=True, steps=[
            ("perspective", {"share": 0.012}), ("wave", {"share": 0.003}), ("light_blotches", {"depth": 0.5}),
            *moderate(rng), ("gaussian_noise", {"sigma": 7.0})], encoding=("jpeg", 60)),
    ]


def standard(rng):
    return class_a(rng) + class_b(rng) + class_c(rng) + class_d(rng)


def small(rng):
    """A handful of light files, one of a kind."""
    return [
        Plan("200-gray-skew", "a", steps=[skewed(rng, 0.8, 2), *moderate(rng)], encoding=("jpeg", 55)),
        Plan("200-turned-90", "a", steps=[*moderate(rng), ("turn", {"degrees": 90})], encoding=("jpeg", 55)),
        Plan("300-1bit", "b", dpi=300, steps=[*moderate(rng), ("otsu", {})], encoding=("ccitt",)),
        Plan("200-seal-color", "b", colour=True, steps=[("seal", {}), *moderate(rng)], encoding=("jpeg", 55)),
        Plan("layer-mojibake", "c", layer="mojibake", steps=moderate(rng), encoding=("jpeg", 55)),
        Plan("layer-good", "c", layer="good", steps=moderate(rng), encoding=("jpeg", 55)),
    ]


SETS = {"standard": standard, "small": small}
