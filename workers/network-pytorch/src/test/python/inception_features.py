#!/usr/bin/env python3
"""Reference features of Inception v3, by PyTorch in double precision.

Keras' InceptionV3 without its top, in inference mode (batch normalisation by running mean and variance, epsilon 0.001,
no gamma; average pools do not count padding), written independently of the Java network.

    inception_features.py                               writes the features of seeded weights and images, as JSON
    inception_features.py --weights TGZ IMAGE...        prints those of the npm package nsfwjs' weights for image files

Seeded weights and images are a hash of where a value stands (SeededInception.java makes the same).
Needs numpy, torch and, for image files, Pillow.
"""
import argparse
import base64
import json
import re
import tarfile

import numpy as np
import torch
import torch.nn.functional as F

EPSILON = 1e-3
BLOCKS = ["mixed2", "mixed5", "mixed7", "mixed8", "mixed10"]
SIDE = 107
IMAGES = 3
KERNEL, SHIFT, MEAN, VARIANCE = range(4)


def hashed(layer, tensor, count):
    """The upper 8 bits of SplitMix64's outputs, its state counting from a multiple of 2^32 for each tensor."""
    counter = np.arange(1, count + 1, dtype=np.uint64) + np.uint64((layer * 8 + tensor) << 32)
    with np.errstate(over="ignore"):
        z = counter * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(56)).astype(np.int64)


def kernel_shift(fan_in):
    """Kernels are (byte - 128) / 2^shift: uniform, with about the variance 2 / fan_in of He et al., and exact."""
    shift = 0
    while 12 * 4**shift < 128 * 128 * fan_in:
        shift += 1
    return shift


class SeededWeights:
    def __init__(self):
        self.layer = 0

    def next(self, outputs, inputs, height, width):
        self.layer += 1
        fan_in = inputs * height * width
        kernel = (hashed(self.layer, KERNEL, outputs * fan_in) - 128) / 2.0 ** kernel_shift(fan_in)
        shift = (hashed(self.layer, SHIFT, outputs) - 128) / 2.0**11
        mean = (hashed(self.layer, MEAN, outputs) - 128) / 2.0**11
        variance = (hashed(self.layer, VARIANCE, outputs) + 128) / 2.0**8
        return kernel.reshape(outputs, inputs, height, width), shift, mean, variance


class PackageWeights:
    """The uint8-quantised Keras model in the npm package nsfwjs."""

    FOLDER = "package/dist/models/inception_v3/"
    ENTRY = re.compile(r'\{name:"([^"]+)",shape:\[([\d,]*)\],dtype:"float32",quantization:\{min:([-.\de]+),scale:([-.\de]+),dtype:"uint8"\}\}')

    def __init__(self, tgz):
        with tarfile.open(tgz) as tar:
            def text(name):
                return tar.extractfile(self.FOLDER + name).read().decode("latin-1")
            content = b"".join(
                base64.b64decode(re.search(r'"([A-Za-z0-9+/=]{1000,})"', text("group1-shard%dof6.min.js" % i))[1])
                for i in range(1, 7))
            model = text("model.min.js")
        self.tensors, start, self.layer = {}, 0, 0
        for name, shape, low, scale in self.ENTRY.findall(model):
            shape = [int(s) for s in shape.split(",")]
            end = start + int(np.prod(shape))
            stored = np.frombuffer(content[start:end], dtype=np.uint8).astype(np.float64)
            self.tensors[name] = (stored * float(scale) + float(low)).astype(np.float32).astype(np.float64).reshape(shape)
            start = end
        assert start == len(content)

    def next(self, outputs, inputs, height, width):
        self.layer += 1
        kernel = self.tensors["conv2d_%d/kernel" % self.layer].transpose(3, 2, 0, 1)
        assert kernel.shape == (outputs, inputs, height, width)
        normalisation = ["batch_normalization_%d/%s" % (self.layer, v) for v in ("beta", "moving_mean", "moving_variance")]
        return (kernel, *(self.tensors[name] for name in normalisation))


class Inception:
    """keras.applications.inception_v3: weights are taken in the order in which Keras creates the convolutions."""

    def __init__(self, weights):
        self.weights = weights

    def conv(self, x, outputs, height, width, stride=1, same=True):
        kernel, shift, mean, variance = (
            torch.tensor(np.ascontiguousarray(a)) for a in self.weights.next(outputs, x.shape[1], height, width))
        padding = (height // 2, width // 2) if same else 0
        x = F.conv2d(x, kernel, None, stride, padding)
        return F.relu(F.batch_norm(x, mean, variance, None, shift, False, 0.0, EPSILON))

    @staticmethod
    def average(x):
        return F.avg_pool2d(x, 3, 1, 1, count_include_pad=False)

    @staticmethod
    def maximum(x):
        return F.max_pool2d(x, 3, 2)

    def blocks(self, x):
        """Yields the name and the output of mixed0 to mixed10."""
        c = self.conv
        x = c(c(c(x, 32, 3, 3, 2, False), 32, 3, 3, 1, False), 64, 3, 3)
        x = c(c(self.maximum(x), 80, 1, 1, 1, False), 192, 3, 3, 1, False)
        x = self.maximum(x)
        for i, pooled in enumerate((32, 64, 64)):
            x = torch.cat([
                c(x, 64, 1, 1),
                c(c(x, 48, 1, 1), 64, 5, 5),
                c(c(c(x, 64, 1, 1), 96, 3, 3), 96, 3, 3),
                c(self.average(x), pooled, 1, 1)], 1)
            yield "mixed%d" % i, x
        x = torch.cat([
            c(x, 384, 3, 3, 2, False),
            c(c(c(x, 64, 1, 1), 96, 3, 3), 96, 3, 3, 2, False),
            self.maximum(x)], 1)
        yield "mixed3", x
        for i, n in enumerate((128, 160, 160, 192)):
            x = torch.cat([
                c(x, 192, 1, 1),
                c(c(c(x, n, 1, 1), n, 1, 7), 192, 7, 1),
                c(c(c(c(c(x, n, 1, 1), n, 7, 1), n, 1, 7), n, 7, 1), 192, 1, 7),
                c(self.average(x), 192, 1, 1)], 1)
            yield "mixed%d" % (4 + i), x
        x = torch.cat([
            c(c(x, 192, 1, 1), 320, 3, 3, 2, False),
            c(c(c(c(x, 192, 1, 1), 192, 1, 7), 192, 7, 1), 192, 3, 3, 2, False),
            self.maximum(x)], 1)
        yield "mixed8", x
        for i in (9, 10):
            single = c(x, 320, 1, 1)
            split = c(x, 384, 1, 1)
            split = [c(split, 384, 1, 3), c(split, 384, 3, 1)]
            deep = c(c(x, 448, 1, 1), 384, 3, 3)
            deep = [c(deep, 384, 1, 3), c(deep, 384, 3, 1)]
            x = torch.cat([single, *split, *deep, c(self.average(x), 192, 1, 1)], 1)
            yield "mixed%d" % i, x

    def features(self, x):
        with torch.no_grad():
            return {name: block.mean((2, 3)).numpy() for name, block in self.blocks(x) if name in BLOCKS}


def seeded_image(number):
    """Grey values: coarse, middle and fine noise, a hash of where each square stands."""
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    grey = np.zeros((SIDE, SIDE), dtype=np.int64)
    for level, (square, share) in enumerate(((16, 2), (4, 1), (1, 1))):
        noise = hashed(0, 0, IMAGES * 3 * SIDE * SIDE)
        grey += share * noise[((number * 3 + level) * SIDE + y // square) * SIDE + x // square]
    return grey // 4


def network_input(images, scaling):
    """Three equal channels, from -1 to 1 (signed) or from 0 to 1 (unit)."""
    grey = torch.tensor(np.stack(images).astype(np.float64))[:, None]
    scaled = grey / 127.5 - 1 if scaling == "signed" else grey / 255
    return scaled.expand(-1, 3, -1, -1).contiguous()


def image_file(path, side):
    from PIL import Image
    return np.asarray(Image.open(path).convert("L").resize((side, side)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", nargs="*", help="image files; without any, seeded images")
    parser.add_argument("--weights", metavar="TGZ", help="nsfwjs-4.4.0.tgz; without it, seeded weights")
    parser.add_argument("--scaling", choices=("signed", "unit"), help="default: unit for nsfwjs, signed for seeded weights")
    parser.add_argument("--side", type=int, default=SIDE, help="to which image files are resized")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--digits", type=int, default=8, help="significant digits")
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    weights = PackageWeights(chosen.weights) if chosen.weights else SeededWeights()
    if chosen.images:
        images = [image_file(path, chosen.side) for path in chosen.images]
    else:
        images = [seeded_image(number) for number in range(IMAGES)]
    scaling = chosen.scaling or ("unit" if chosen.weights else "signed")
    features = Inception(weights).features(network_input(images, scaling))
    rounded = {name: [[float("%.*g" % (chosen.digits, v)) for v in row] for row in rows] for name, rows in features.items()}
    print("{\n%s\n}" % ",\n".join('"%s": %s' % (name, json.dumps(rows, separators=(",", ":"))) for name, rows in rounded.items()))


if __name__ == "__main__":
    main()
