"""Makes the reference files beside it with Pillow and NumPy (Debian's python3-pil 9.4, python3-numpy 1.24).

geometry.csv: where an image stands in its square, by exact fractions, straight from SPEC 2.
enlarged.csv: Pillow's bicubic enlargement of a small pattern. shrunk.csv: area averages by exact integration.
pictures/: one picture in every format and pixel layout; pictures.csv: their grey values by Pillow.
"""
import os
from fractions import Fraction
from math import floor

import numpy
from PIL import Image

here = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(here, name)


def rounded(value):
    return floor(value + Fraction(1, 2))


def geometry(width, height, side):
    w, h = Fraction(width), Fraction(height)
    longer = max(w, h)
    if longer < 100:
        w, h = 4 * w, 4 * h
    elif longer < 200:
        w, h = 2 * w, 2 * h
    longer = max(w, h)
    if longer > side:
        w, h = w * side / longer, h * side / longer
    w, h = max(1, rounded(w)), max(1, rounded(h))
    return w, h, (side - w) // 2, (side - h) // 2


sizes = [(36, 36), (36, 20), (20, 36), (74, 75), (75, 74), (76, 31), (99, 99), (99, 1), (1, 99), (100, 100), (100, 63),
         (101, 100), (149, 150), (150, 149), (199, 199), (199, 198), (7, 199), (200, 200), (200, 13), (298, 299), (299, 299),
         (299, 150), (300, 299), (300, 300), (428, 57), (600, 599), (601, 600), (640, 480), (999, 1000), (1500, 1),
         (1, 1500), (1500, 1499), (1500, 1000), (1200, 1500), (37, 1500)]
with open(path("geometry.csv"), "w") as out:
    out.write("sourceWidth,sourceHeight,side,width,height,left,top\n")
    for side in (299, 64, 139):
        for width, height in sizes:
            out.write(",".join(map(str, (width, height, side) + geometry(width, height, side))) + "\n")


def pattern(width, height):
    y, x = numpy.mgrid[0:height, 0:width]
    return ((x * 37 + y * 91 + (x * y) % 53 * 7) % 256).astype(numpy.uint8)


def write(name, array):
    numpy.savetxt(path(name), array, fmt="%d", delimiter=",")


def area(array, width, height):
    def matrix(size, target):
        m = numpy.zeros((target, size))
        for i in range(target):
            begin, end = Fraction(i * size, target), Fraction((i + 1) * size, target)
            for k in range(size):
                m[i, k] = float(max(Fraction(0), min(end, k + 1) - max(begin, k)) / (end - begin))
        return m
    return numpy.floor(matrix(array.shape[0], height) @ array @ matrix(array.shape[1], width).T + 0.5)


write("small.csv", pattern(11, 7))
# In floating point, for Pillow rounds and clips 8-bit images between its two passes.
enlarged = numpy.asarray(Image.fromarray(pattern(11, 7).astype(numpy.float32)).resize((44, 28), Image.BICUBIC))
write("enlarged.csv", numpy.floor(numpy.clip(enlarged, 0, 255) + 0.5))
write("large.csv", pattern(50, 37))
write("shrunk.csv", area(pattern(50, 37).astype(float), 23, 17))

os.makedirs(path("pictures"), exist_ok=True)
grey = pattern(12, 9)
colour = numpy.stack([grey, grey.T.reshape(9, 12), 255 - grey], axis=2)
alpha = numpy.roll(grey, 3, axis=1)
pictures = {
    "grey.png": Image.fromarray(grey), "grey.bmp": Image.fromarray(grey), "grey.tif": Image.fromarray(grey),
    "colour.png": Image.fromarray(colour), "colour.bmp": Image.fromarray(colour), "colour.tiff": Image.fromarray(colour),
    "palette.png": Image.fromarray(colour).quantize(32),
    "bilevel.png": Image.fromarray(grey).point(lambda v: 255 if v > 127 else 0).convert("1"),
    "alpha.png": Image.fromarray(numpy.dstack([colour, alpha])),
    "greyalpha.png": Image.fromarray(numpy.dstack([grey, alpha]), "LA"),
    "deep.png": Image.fromarray(grey.astype(numpy.uint16) * 257 + 40),
    "deep.tif": Image.fromarray(grey.astype(numpy.uint16) * 257 + 40),
    "grey.jpg": Image.fromarray(grey), "colour.jpg": Image.fromarray(colour),
}
with open(path("pictures.csv"), "w") as out:
    for name, picture in pictures.items():
        options = {"quality": 95} if name.endswith("jpg") else {"compression": "tiff_lzw"} if "tif" in name else {}
        picture.save(path("pictures/" + name), **options)
        read = Image.open(path("pictures/" + name))
        if name.startswith("deep"):
            values = (numpy.asarray(read).astype(int) + 128) // 257
        else:
            whole = numpy.asarray(read.convert("RGBA")).astype(float)
            share = whole[:, :, 3:] / 255
            over = whole[:, :, :3] * share + 255 * (1 - share)
            values = numpy.floor(over @ numpy.array([0.299, 0.587, 0.114]) + 0.5).astype(int)
        out.write(name + "," + ",".join(map(str, values.ravel())) + "\n")
