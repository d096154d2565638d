#!/usr/bin/env python3
"""Writes small files laid out as Keras writes them with h5py (version 3.7.0 made those that are kept here)."""
import h5py
import numpy as np

KERNEL = np.arange(24, dtype="f4").reshape(1, 2, 3, 4)


def layer(group, name, variables):
    inner = group.create_group(name)
    inner.attrs["weight_names"] = [("%s/%s:0" % (name, variable)).encode() for variable in variables]
    for variable, values in variables.items():
        inner.create_dataset("%s/%s:0" % (name, variable), data=values)


def layers(group):
    group.attrs["layer_names"] = [b"input_1", b"conv2d_1", b"batch_normalization_1", b"activation_1"]
    group.attrs["backend"] = b"tensorflow"
    group.attrs["keras_version"] = b"2.0.4"
    layer(group, "input_1", {})
    layer(group, "conv2d_1", {"kernel": KERNEL})
    layer(group, "batch_normalization_1", {
        "beta": np.full(4, 0.5, "f4"), "moving_mean": np.full(4, -1, "f4"), "moving_variance": np.full(4, 2, "f4")})
    layer(group, "activation_1", {})


with h5py.File("weights.h5", "w") as file:
    layers(file)

with h5py.File("model.h5", "w", libver="latest") as file:
    file.attrs["model_config"] = b"{}"
    layers(file.create_group("model_weights"))
    file.create_dataset("optimizer_weights/training/SGD/conv2d_1/kernel/momentum:0", data=KERNEL)

with h5py.File("odd.h5", "w") as file:
    file.create_dataset("conv2d_1/kernel:0", data=KERNEL, chunks=(1, 1, 1, 4), compression="gzip")
    file.create_dataset("conv2d_2/kernel:0", data=KERNEL.astype("f8"))
    file["conv2d_3"] = h5py.ExternalLink("weights.h5", "/conv2d_1")
    file["conv2d_4"] = h5py.SoftLink("/conv2d_2")

with h5py.File("circle.h5", "w") as file:
    file["conv2d_1/conv2d_1"] = file["/"]
