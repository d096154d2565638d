#!/usr/bin/env python3
"""Makes pca.csv, the reference of PrincipalComponentsTest, with scikit-learn (1.2.1 was used).

Lines: "vectors,<rows>,<dimensions>", the vectors; "explained", the shares of variance; "axes", three unit vectors;
"coordinates", the first five vectors along the axes. Before version 1.5 scikit-learn chose signs by the data: here, as
since then, an axis' coordinate of the largest magnitude is positive.
"""
import numpy as np
from sklearn.decomposition import PCA

random = np.random.default_rng(7)
x = (random.normal(size=(60, 12)) @ np.diag(np.linspace(2, 0.2, 12)) @ random.normal(size=(12, 12)) + 3).astype(np.float32)
pca = PCA(3, svd_solver="full").fit(x.astype(np.float64))
signs = np.sign(pca.components_[np.arange(3), np.abs(pca.components_).argmax(axis=1)])
axes = pca.components_ * signs[:, None]
coordinates = pca.transform(x[:5].astype(np.float64)) * signs


def rows(values):
    return "".join(",".join(repr(float(v)) for v in row) + "\n" for row in values)


with open("pca.csv", "w") as out:
    out.write(f"vectors,{x.shape[0]},{x.shape[1]}\n" + rows(x))
    out.write("explained\n" + rows([pca.explained_variance_ratio_]))
    out.write("axes\n" + rows(axes))
    out.write("coordinates\n" + rows(coordinates))
