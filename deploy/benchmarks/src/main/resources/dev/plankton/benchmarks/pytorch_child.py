"""Times one workload with PyTorch; prints "wall processor" seconds for each repetition, then MiB.

Arguments: train, infer, small or classifier; side, images, repetitions, threads, contiguous or channels_last.
"""
import resource
import sys
import time

import torch
import torchvision
from torch import nn

WARMING = 2


def inception():
    model = torchvision.models.inception_v3(
        weights=None, aux_logits=False, transform_input=False, init_weights=False)
    model.fc = nn.Linear(2048, 64)
    model.dropout = nn.Identity()
    return model


class Convolution(nn.Sequential):
    """Without bias, then batch normalisation and ReLU, as in this project's small network."""

    def __init__(self, inputs, filters, kernel, stride=1):
        super().__init__(
            nn.Conv2d(inputs, filters, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(filters, eps=1e-3), nn.ReLU(inplace=True))


class Mixed(nn.Module):
    def __init__(self, inputs, filters):
        super().__init__()
        self.branches = nn.ModuleList([
            Convolution(inputs, filters, 1),
            nn.Sequential(Convolution(inputs, filters, 1), Convolution(filters, filters, 3)),
            nn.Sequential(Convolution(inputs, filters, 1), Convolution(filters, filters, 3),
                          Convolution(filters, filters, 3)),
            nn.Sequential(nn.AvgPool2d(3, 1, 1, count_include_pad=False), Convolution(inputs, filters, 1))])

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.branches], 1)


def small():
    return nn.Sequential(
        Convolution(1, 24, 3, 2), Convolution(24, 32, 3), nn.MaxPool2d(2), Mixed(32, 16), nn.MaxPool2d(2),
        Mixed(64, 32), nn.MaxPool2d(2), Mixed(128, 48), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(192, 64))


def triplet_loss(outputs):
    embeddings = torch.sigmoid(outputs)
    count = len(embeddings) // 3
    anchors, positives, negatives = embeddings[:count], embeddings[count:2 * count], embeddings[2 * count:3 * count]
    near = ((anchors - positives) ** 2).sum(1)
    far = ((anchors - negatives) ** 2).sum(1)
    return torch.clamp(near - far + 5, min=0).mean()


def network_work(kind, side, images, layout):
    memory = torch.channels_last if layout == "channels_last" else torch.contiguous_format
    model = (small() if kind == "small" else inception()).to(memory_format=memory)
    batch = torch.rand(images, 1 if kind == "small" else 3, side, side).contiguous(memory_format=memory)
    optimiser = torch.optim.SGD(model.parameters(), 0.01, 0.9)
    model.train(kind != "infer")

    def train():
        optimiser.zero_grad()
        triplet_loss(model(batch)).backward()
        optimiser.step()

    def infer():
        with torch.inference_mode():
            torch.sigmoid(model(batch))

    return infer if kind == "infer" else train


def classifier_work(dimensions, vectors, classes=40, epochs=10, batch=64):
    def data(count):
        labels = torch.arange(count) % classes
        waves = torch.sin(labels[:, None] * torch.arange(1, dimensions + 1)[None])
        return torch.randn(count, dimensions) + waves, labels

    train, validation = data(vectors), data(vectors // 5)

    def work():
        layers = [nn.Linear(dimensions, 512), nn.ReLU()]
        for _ in range(3):
            layers += [nn.Linear(512, 512), nn.ReLU()]
        model = nn.Sequential(*layers, nn.Linear(512, classes))
        optimiser = torch.optim.SGD(model.parameters(), 0.01, 0.9)
        for _ in range(epochs):
            order = torch.randperm(vectors)
            for start in range(0, vectors, batch):
                rows = order[start:start + batch]
                optimiser.zero_grad()
                nn.functional.cross_entropy(model(train[0][rows]), train[1][rows]).backward()
                optimiser.step()
            with torch.inference_mode():
                for inputs, labels in (train, validation):
                    outputs = model(inputs)
                    nn.functional.cross_entropy(outputs, labels).item()
                    (outputs.argmax(1) == labels).float().mean().item()

    return work


def main(kind, side, images, repetitions, threads, layout):
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    work = classifier_work(side, images) if kind == "classifier" else network_work(kind, side, images, layout)
    for repetition in range(WARMING + repetitions):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        if repetition >= WARMING:
            print(time.perf_counter() - wall, time.process_time() - processor)
    print("MiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), sys.argv[6])
