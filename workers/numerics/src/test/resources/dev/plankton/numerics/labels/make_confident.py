#!/usr/bin/env python3
"""Writes confident.json: given classes, probabilities, and what NumPy makes of them.

Made with Python 3.11, NumPy 2.4:  python3 make_confident.py > confident.json
The confident class is equation 1 of Northcutt, Jiang and Chuang (2021), written with a mask over whole arrays. (The library
cleanlab takes the most probable of all classes where several reach their thresholds, which the paper does not.)
"""
import json

import numpy as np

random = np.random.default_rng(4)
CLASSES = 5
true = random.choice(CLASSES, 300, p=[0.4, 0.25, 0.2, 0.1, 0.05])
labels = np.where(random.random(300) < 0.15, random.choice(CLASSES, 300), true)
raw = random.gamma(0.4, 1.0, (300, CLASSES)) + 1.2 * np.eye(CLASSES)[true] * random.random((300, 1))
# exactly what the JSON says, in the precision that Java reads
probabilities = np.round(raw / raw.sum(1, keepdims=True), 3).astype(np.float32).astype(float)
thresholds = np.array([probabilities[labels == c, c].mean() for c in range(CLASSES)])
reached = np.where(probabilities >= thresholds, probabilities, -1)
confident = np.where(reached.max(1) >= 0, reached.argmax(1), -1)
of_given = probabilities[np.arange(300), labels]
errors = np.flatnonzero((confident >= 0) & (probabilities[np.arange(300), confident] > of_given))
margins = probabilities[errors, confident[errors]] - of_given[errors]
print(json.dumps({
    "classes": CLASSES,
    "labels": labels.tolist(),
    "probabilities": np.round(probabilities, 3).tolist(),
    "thresholds": thresholds.tolist(),
    "confident": confident.tolist(),
    "errors": errors[np.lexsort((errors, -margins))].tolist(),
}))
