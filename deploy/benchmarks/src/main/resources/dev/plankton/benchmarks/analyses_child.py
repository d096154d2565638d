"""Times one analysis with a library of Python; prints what Timing.parse reads."""

import importlib
import resource
import sys
import time

import numpy

CLASSES = 40


def ward(vectors, labels, library):
    if library == "fastcluster":
        return importlib.import_module("fastcluster").linkage(vectors.astype(numpy.float64), "ward")[:, 2]
    from scipy.cluster.hierarchy import linkage
    return linkage(vectors.astype(numpy.float64), "ward")[:, 2]


def pca(vectors, labels, library):
    from sklearn.decomposition import PCA
    return PCA(3).fit(vectors).explained_variance_ratio_


def neighbours(vectors, labels, library):
    from sklearn.neighbors import KNeighborsClassifier
    query = numpy.arange(len(vectors)) % 10 == 0
    known = KNeighborsClassifier(5, algorithm="brute").fit(vectors[~query], labels[~query])
    return [(known.predict(vectors[query]) == labels[query]).mean()]


def retrieval(vectors, labels, library):
    """All distances by one matrix product, then a partial sort of each row."""
    squares = (vectors ** 2).sum(1)
    distances = squares[:, None] + squares - 2 * vectors @ vectors.T
    numpy.fill_diagonal(distances, numpy.inf)
    r = numpy.bincount(labels)[labels] - 1
    most = r.max()
    nearest = numpy.argpartition(distances, most, axis=1)[:, :most]
    nearest = numpy.take_along_axis(
        nearest, numpy.argsort(numpy.take_along_axis(distances, nearest, 1), axis=1, kind="stable"), 1)
    ranks = numpy.arange(1, most + 1)
    hits = (labels[nearest] == labels[:, None]) & (ranks <= r[:, None])
    average = (numpy.cumsum(hits, 1) / ranks * hits).sum(1) / r
    return [hits[:, 0].mean(), (hits.sum(1) / r).mean(), average.mean()]


def silhouette(vectors, labels, library):
    from sklearn.metrics import silhouette_score
    return [silhouette_score(vectors, labels)]


def relations(vectors, labels, library):
    """Each difference with all that follow it, both signs, keeping the 20 best without an image in common."""
    vectors = vectors.astype(numpy.float64)
    first, second = numpy.triu_indices(len(vectors), 1)
    other = labels[first] != labels[second]
    first, second = first[other], second[other]
    differences = vectors[first] - vectors[second]
    squares = (differences ** 2).sum(1)
    lengths = numpy.sqrt(squares)
    best = numpy.full(20, numpy.inf)
    for start in range(0, len(first), 256):
        rows = slice(start, start + 256)
        columns = slice(start, None)
        products = differences[rows] @ differences[columns].T
        distances = squares[rows, None] + squares[columns] - 2 * numpy.abs(products)
        scores = numpy.sqrt(numpy.maximum(distances, 0)) / numpy.minimum(lengths[rows, None], lengths[columns])
        for one in (first, second):
            for two in (first, second):
                scores[one[rows, None] == two[columns]] = numpy.inf
        scores[numpy.tril_indices(len(scores), 0, scores.shape[1])] = numpy.inf
        scores = scores[scores < best[-1]]
        best = numpy.sort(numpy.concatenate([best, scores]))[:20]
    return best


def main(kind, file, repetitions, warming, results, library):
    vectors = numpy.load(file)
    labels = numpy.arange(len(vectors)) % CLASSES
    analysis = globals()[kind.lower()]
    for repetition in range(warming + repetitions):
        wall, processor = time.perf_counter(), time.process_time()
        found = analysis(vectors, labels, library)
        if repetition >= warming:
            print(time.perf_counter() - wall, time.process_time() - processor)
    with open(results, "w") as out:
        out.writelines(f"{float(number)!r}\n" for number in found)
    print("MiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], sys.argv[6])
