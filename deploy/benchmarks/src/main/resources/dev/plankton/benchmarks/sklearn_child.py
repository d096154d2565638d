"""Times a classifier of scikit-learn; prints "wall processor" seconds for each repetition, then MiB.

Arguments: classifier, length of a vector, vectors, repetitions, threads.
"""
import resource
import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

WARMING = 2
EPOCHS = 10


def data(random, count, dimensions, classes=40):
    labels = np.arange(count) % classes
    waves = np.sin(labels[:, None] * np.arange(1, dimensions + 1)[None])
    return (random.standard_normal((count, dimensions)) + waves).astype(np.float32), labels


def main(dimensions, vectors, repetitions):
    random = np.random.default_rng(0)
    train, validation = data(random, vectors, dimensions), data(random, vectors // 5, dimensions)
    for repetition in range(WARMING + repetitions):
        wall, processor = time.perf_counter(), time.process_time()
        model = MLPClassifier((512,) * 4, solver="sgd", learning_rate_init=0.01, momentum=0.9, nesterovs_momentum=False,
                              alpha=0, batch_size=64, random_state=1)
        for _ in range(EPOCHS):
            model.partial_fit(*train, classes=np.unique(train[1]))
            for inputs, labels in (train, validation):
                model.score(inputs, labels)
        if repetition >= WARMING:
            print(time.perf_counter() - wall, time.process_time() - processor)
    print("MiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)


warnings.simplefilter("ignore")
main(int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
