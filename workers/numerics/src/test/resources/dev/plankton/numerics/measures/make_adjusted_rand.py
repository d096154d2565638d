#!/usr/bin/env python3
"""Writes adjusted_rand.json: pairs of divisions of the same items and scikit-learn's adjusted Rand index of them.

Made with Python 3.11, NumPy 1.24, scikit-learn 1.2:  python3 make_adjusted_rand.py > adjusted_rand.json
"""
import json

import numpy as np
from sklearn.metrics import adjusted_rand_score

random = np.random.default_rng(7)
labels = random.choice(6, 200, p=[0.3, 0.25, 0.2, 0.12, 0.08, 0.05])
pairs = [
    (labels, labels),
    (labels, (labels + 3) % 6),
    (labels, np.where(random.random(200) < 0.7, labels, random.choice(9, 200))),
    (labels, labels * 10 + random.choice(4, 200)),
    (labels, random.choice(40, 200)),
    (labels, np.zeros(200, int)),
    (labels, np.arange(200)),
    (np.zeros(5, int), np.zeros(5, int)),
    (np.arange(5), np.arange(5)),
    (np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])),
    (np.array([3]), np.array([8])),
]
print(json.dumps([
    {"one": one.tolist(), "other": other.tolist(), "index": adjusted_rand_score(one, other)} for one, other in pairs
]))
