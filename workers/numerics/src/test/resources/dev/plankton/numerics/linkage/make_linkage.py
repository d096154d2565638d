#!/usr/bin/env python3
"""Makes the reference files for WardLinkageTest and TruncatedTreeTest with SciPy (1.10.1 was used).

Each case is written as <case>.csv: a line "vectors,<rows>,<dimensions>", the vectors, a line "linkage", the linkage
matrix of linkage(X, 'ward'), a line "leaves,<p>", and the leaves of dendrogram(Z, p, 'lastp') from left to right.
"""
import numpy as np
from scipy.cluster.hierarchy import dendrogram, linkage


def clusters(seed, rows, dimensions, centres):
    random = np.random.default_rng(seed)
    centre = random.normal(size=(centres, dimensions))
    return (centre[random.integers(centres, size=rows)]
            + 0.3 * random.normal(size=(rows, dimensions))).astype(np.float32)


CASES = {
    "clusters": (clusters(1, 150, 8, 6), 20),
    "pairs": (clusters(2, 9, 3, 3), 5),
    # Points of a grid, each twice: many equal distances and zero heights.
    "ties": (np.array([[x, y] for x in range(6) for y in range(5)] * 2, dtype=np.float32), 12),
    "collapsed": (np.ones((12, 4), dtype=np.float32), 5),
    "two": (np.array([[0, 0], [3, 4]], dtype=np.float32), 2),
}

for name, (x, p) in CASES.items():
    z = linkage(x.astype(np.float64), "ward")
    leaves = dendrogram(z, p, "lastp", no_plot=True)["leaves"]
    with open(f"{name}.csv", "w") as out:
        print(f"vectors,{x.shape[0]},{x.shape[1]}", file=out)
        for row in x:
            print(",".join(repr(float(v)) for v in row), file=out)
        print("linkage", file=out)
        for row in z:
            print(f"{int(row[0])},{int(row[1])},{float(row[2])!r},{int(row[3])}", file=out)
        print(f"leaves,{p}", file=out)
        print(",".join(str(leaf) for leaf in leaves), file=out)
