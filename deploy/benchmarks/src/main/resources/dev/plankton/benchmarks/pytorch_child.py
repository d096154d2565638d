"""Times one workload with torchvision's Inception v3; prints "wall processor" seconds for each repetition, then MiB.

Arguments: train or infer, side, images, repetitions, threads, contiguous or channels_last.
"""
import resource
import sys
import time

import torch
import torchvision

WARMING = 2


def network():
    model = torchvision.models.inception_v3(
        weights=None, aux_logits=False, transform_input=False, init_weights=False)
    model.fc = torch.nn.Linear(2048, 64)
    model.dropout = torch.nn.Identity()
    return model


def triplet_loss(outputs):
    embeddings = torch.sigmoid(outputs)
    count = len(embeddings) // 3
    anchors, positives, negatives = embeddings[:count], embeddings[count:2 * count], embeddings[2 * count:]
    near = ((anchors - positives) ** 2).sum(1)
    far = ((anchors - negatives) ** 2).sum(1)
    return torch.clamp(near - far + 5, min=0).mean()


def main(kind, side, images, repetitions, threads, layout):
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    memory = torch.channels_last if layout == "channels_last" else torch.contiguous_format
    model = network().to(memory_format=memory)
    batch = torch.rand(images, 3, side, side).contiguous(memory_format=memory)
    optimiser = torch.optim.SGD(model.parameters(), 0.01, 0.9)
    model.train(kind == "train")
    for repetition in range(WARMING + repetitions):
        wall, processor = time.perf_counter(), time.process_time()
        if kind == "train":
            optimiser.zero_grad()
            triplet_loss(model(batch)).backward()
            optimiser.step()
        else:
            with torch.inference_mode():
                torch.sigmoid(model(batch))
        if repetition >= WARMING:
            print(time.perf_counter() - wall, time.process_time() - processor)
    print("MiB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]), sys.argv[6])
