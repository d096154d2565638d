#!/usr/bin/env python3
"""Measures embeddings that MeasureTraining or MeasureSoftmax wrote, with scikit-learn.

    unseen_classes.py FILE...

Each line of a file is an image: class, split (0 train, 1 validation, 2 test, 3 of a class that was held out), embedding.
Prints for each file the accuracy of the nearest centroid, of 5 neighbours and of a multi-layer perceptron; and, if
classes were held out, the AUROC of "unseen" by the mean distance to the 5 nearest training images, and the accuracy of
5 neighbours among the held-out classes from 10 examples each, mean of 20 draws. Needs numpy and scikit-learn.
"""
import sys

import numpy as np
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import KNeighborsClassifier, NearestCentroid, NearestNeighbors
from sklearn.neural_network import MLPClassifier

EXAMPLES = 10
DRAWS = 20


def among_unseen(vectors, labels):
    random = np.random.default_rng(0)
    found = []
    for _ in range(DRAWS):
        chosen = np.concatenate(
            [random.permutation(np.flatnonzero(labels == c))[:EXAMPLES] for c in np.unique(labels)])
        others = np.setdiff1d(np.arange(len(labels)), chosen)
        neighbours = KNeighborsClassifier(5).fit(vectors[chosen], labels[chosen])
        found.append(neighbours.score(vectors[others], labels[others]))
    return np.mean(found), np.std(found)


for name in sys.argv[1:]:
    table = np.loadtxt(name)
    labels, splits, vectors = table[:, 0].astype(int), table[:, 1].astype(int), table[:, 2:]
    train, validation, test, unseen = (splits == split for split in range(4))
    print(name)
    for method, classifier in {
        "nearest centroid": NearestCentroid(),
        "5 neighbours": KNeighborsClassifier(5),
        "perceptron": MLPClassifier((128,), alpha=1e-3, max_iter=60, learning_rate_init=2e-3, random_state=0),
    }.items():
        classifier.fit(vectors[train], labels[train])
        print("  %s: validation %.3f, test %.3f" % (
            method,
            classifier.score(vectors[validation], labels[validation]),
            classifier.score(vectors[test], labels[test])))
    if unseen.any():
        nearest = NearestNeighbors(n_neighbors=5).fit(vectors[train])
        scores = nearest.kneighbors(np.concatenate([vectors[unseen], vectors[test]]))[0].mean(1)
        truth = np.arange(len(scores)) < unseen.sum()
        print("  AUROC of unseen: %.3f" % roc_auc_score(truth, scores))
        print("  5 neighbours among the unseen classes: %.3f, deviation of the draws %.3f"
              % among_unseen(vectors[unseen], labels[unseen]))
