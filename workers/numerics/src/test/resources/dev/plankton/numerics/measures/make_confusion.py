#!/usr/bin/env python3
"""Writes confusion.json: true and predicted classes and what scikit-learn says about them.

Made with Python 3.11, NumPy 1.24, scikit-learn 1.2:  python3 make_confusion.py > confusion.json
Class 5 has images but is never predicted, class 6 is predicted but has no image, class 7 is neither.
"""
import json

import numpy as np
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support

random = np.random.default_rng(6)
CLASSES = 8
labels = random.choice(6, 160, p=[0.3, 0.25, 0.2, 0.12, 0.08, 0.05])
predicted = np.where(random.random(160) < 0.6, labels, random.choice(7, 160))
predicted[predicted == 5] = 2
precision, recall, f1, support = precision_recall_fscore_support(
    labels, predicted, labels=range(CLASSES), zero_division=0)
print(json.dumps({
    "classes": CLASSES,
    "labels": labels.tolist(),
    "predicted": predicted.tolist(),
    "counts": confusion_matrix(labels, predicted, labels=range(CLASSES)).tolist(),
    "accuracy": accuracy_score(labels, predicted),
    "macroF1": f1_score(labels, predicted, average="macro", zero_division=0),
    "precision": precision.tolist(),
    "recall": recall.tolist(),
    "f1": f1.tolist(),
    "images": support.tolist(),
}))
