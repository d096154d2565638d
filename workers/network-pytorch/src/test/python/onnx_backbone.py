"""Writes a small network with PyTorch's exporter to ONNX, and its features of one image, for OnnxBackboneTest.

It takes N x 3 x height x width with open sizes, and has two outputs: a map of features, and tokens.
Run with Debian's python3-torch: onnx_backbone.py FOLDER
"""
import json
import sys

import torch
from torch import nn

MEAN = torch.tensor([0.485, 0.456, 0.406])[None, :, None, None]
DEVIATION = torch.tensor([0.229, 0.224, 0.225])[None, :, None, None]


class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Conv2d(3, 6, 3, 2), nn.BatchNorm2d(6), nn.ReLU(), nn.Conv2d(6, 10, 3, 2))

    def forward(self, images):
        features = self.layers(images)
        return features, features.flatten(2).transpose(1, 2)


torch.manual_seed(3)
network = Network().eval()
grey = torch.tensor([i * 7 % 256 for i in range(32 * 32)], dtype=torch.float32).reshape(1, 1, 32, 32)
images = (grey.expand(1, 3, 32, 32) / 255 - MEAN) / DEVIATION
with torch.inference_mode():
    features = network(images)[0].mean((2, 3))[0]
torch.onnx.export(
    network, images, sys.argv[1] + "/onnx_backbone.onnx", input_names=["pixels"], output_names=["map", "tokens"],
    dynamic_axes={"pixels": {0: "n", 2: "height", 3: "width"}, "map": {0: "n"}, "tokens": {0: "n"}}, opset_version=13)
with open(sys.argv[1] + "/onnx_backbone.json", "w") as file:
    json.dump(features.tolist(), file)
