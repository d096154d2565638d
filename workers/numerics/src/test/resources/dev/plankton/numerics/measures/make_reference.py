#!/usr/bin/env python3
"""Writes reference.json: labelled vectors and what scikit-learn and NumPy say about them.

Made with Python 3.11, NumPy 2.4, SciPy 1.17, scikit-learn 1.6:  python3 make_reference.py > reference.json
R-precision and MAP@R follow the definitions of Musgrave et al. (2020), written out here query by query.
"""
import json

import numpy as np
from scipy.spatial.distance import cdist, pdist
from sklearn.metrics import (accuracy_score, balanced_accuracy_score, confusion_matrix, f1_score,
                             precision_recall_fscore_support, silhouette_samples, silhouette_score)
from sklearn.neighbors import KNeighborsClassifier, NearestCentroid

random = np.random.default_rng(20)
CLASSES, DIMENSIONS = 7, 6
centres = random.normal(0, 1.0, (CLASSES, DIMENSIONS))


def draw(counts):
    labels = np.repeat(np.arange(CLASSES), counts)
    labels = labels[random.permutation(len(labels))]
    vectors = centres[labels] + random.normal(0, 1.1, (len(labels), DIMENSIONS))
    # three decimals, exactly what the JSON says, in the precision that Java reads
    return np.round(vectors, 3).astype(np.float32), labels


train, train_labels = draw([60, 9, 25, 40, 13, 31, 22])
# one class with a single image
images, labels = draw([17, 4, 1, 22, 9, 30, 12])
train64, images64 = train.astype(float), images.astype(float)

by_centroid = NearestCentroid().fit(train64, train_labels).predict(images64)
by_own_centroid = NearestCentroid().fit(images64, labels).predict(images64)
by_neighbours = KNeighborsClassifier(5, algorithm="brute").fit(train64, train_labels).predict(images64)
centroids = np.array([images64[labels == c].mean(0) for c in range(CLASSES)])
radii = [np.linalg.norm(images64[labels == c] - centroids[c], axis=1) for c in range(CLASSES)]

first, r_precision, map_at_r = [], [], []
distances = cdist(images64, images64)
np.fill_diagonal(distances, np.inf)
for query, row in enumerate(distances):
    r = int((labels == labels[query]).sum()) - 1
    if r == 0:
        continue
    same = labels[np.argsort(row, kind="stable")] == labels[query]
    first.append(same[0])
    r_precision.append(same[:r].mean())
    precision_at = np.cumsum(same[:r]) / np.arange(1, r + 1)
    map_at_r.append((precision_at * same[:r]).sum() / r)

precision, recall, f1, _ = precision_recall_fscore_support(
    labels, by_centroid, labels=range(CLASSES), zero_division=0)
print(json.dumps({
    "classes": CLASSES,
    "train": train64.round(3).tolist(),
    "trainLabels": train_labels.tolist(),
    "images": images64.round(3).tolist(),
    "labels": labels.tolist(),
    "accuracy": accuracy_score(labels, by_centroid),
    "accuracySelf": accuracy_score(labels, by_own_centroid),
    "accuracy5nn": accuracy_score(labels, by_neighbours),
    "predicted5nn": by_neighbours.tolist(),
    "balancedAccuracy": balanced_accuracy_score(labels, by_centroid),
    "macroF1": f1_score(labels, by_centroid, average="macro"),
    "confusion": confusion_matrix(labels, by_centroid, labels=range(CLASSES)).tolist(),
    "precision": precision.tolist(),
    "recall": recall.tolist(),
    "f1": f1.tolist(),
    "precisionAt1": float(np.mean(first)),
    "rPrecision": float(np.mean(r_precision)),
    "meanAveragePrecisionAtR": float(np.mean(map_at_r)),
    "silhouette": float(silhouette_score(images64, labels)),
    "silhouettes": silhouette_samples(images64, labels).tolist(),
    "meanPairwiseDistance": float(pdist(images64).mean()),
    "variance": float(images64.var(0).sum()),
    "centroidDistances": cdist(centroids, centroids).tolist(),
    "meanRadius": [float(r.mean()) for r in radii],
    "maxRadius": [float(r.max()) for r in radii],
}))
