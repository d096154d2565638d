"""Times what a script with Pillow does to turn images into grey squares; prints what Timing.parse reads.

Arguments: file with the paths of the images, side, timed repetitions, untimed repetitions before these, folder for the
squares, threads, png or raw. The square of the image in line i is called i, and i.png.
"""

import os
import resource
import sys
import time
from multiprocessing import Pool

from PIL import Image

LIST, SIDE, REPETITIONS, WARMING, FOLDER, THREADS, KIND = sys.argv[1:]
SIDE = int(SIDE)


def fitted(width, height):
    """The size in the square by section 2 of SPEC.md."""
    longer = max(width, height)
    factor = 4 if longer < 100 else 2 if longer < 200 else 1
    if longer * factor <= SIDE:
        return width * factor, height * factor
    return tuple(max(1, (2 * length * SIDE + longer) // (2 * longer)) for length in (width, height))


def square(job):
    number, path = job
    try:
        image = Image.open(path).convert("L")
    except OSError:
        return
    size = fitted(*image.size)
    if size != image.size:
        image = image.resize(size, Image.BICUBIC if max(size) > max(image.size) else Image.BOX)
    result = Image.new("L", (SIDE, SIDE), 255)
    result.paste(image, ((SIDE - size[0]) // 2, (SIDE - size[1]) // 2))
    if KIND == "png":
        result.save(f"{FOLDER}/{number}.png")
    else:
        with open(f"{FOLDER}/{number}", "wb") as out:
            out.write(result.tobytes())


def main():
    with open(LIST, encoding="utf-8") as paths:
        jobs = list(enumerate(paths.read().splitlines()))
    chunk = max(1, min(64, len(jobs) // (4 * int(THREADS))))
    for repetition in range(int(WARMING) + int(REPETITIONS)):
        wall, processor = time.perf_counter(), sum(os.times()[:4])
        with Pool(int(THREADS)) as pool:
            pool.map(square, jobs, chunk)
            pool.close()
            pool.join()
        if repetition >= int(WARMING):
            print(time.perf_counter() - wall, sum(os.times()[:4]) - processor)
    most = [resource.getrusage(who).ru_maxrss >> 10 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print("MiB", most[0] + int(THREADS) * most[1])


main()
