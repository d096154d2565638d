package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.TRAINING;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.artifact;
import static dev.plankton.contracts.inputs.SettingTerms.artifactOrNone;
import static dev.plankton.contracts.inputs.SettingTerms.byPreset;
import static dev.plankton.contracts.inputs.SettingTerms.choice;
import static dev.plankton.contracts.inputs.SettingTerms.following;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Normalisation;
import dev.plankton.contracts.inputs.Setting.Required;
import java.util.List;
import java.util.Map;

/** Inputs that describe the network and the part of it that is trained (SPEC 3). */
final class NetworkInputs {
    private NetworkInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, TRAINING};
        return List.of(
                setting(
                        "datasetId",
                        artifact(),
                        new Required("the datasetId that a run of plankton_dataset or plankton_embedding printed"),
                        "The dataset to train on.",
                        TRAINING),
                setting(
                        "backbone",
                        choice(Backbone.class),
                        byPreset("small", "inception-v3"),
                        "The network in front of the embedding layer: small, inception-v3, or onnx, a network from a file that ./plankton weights import took.",
                        where),
                setting(
                        "features",
                        new ValueType.Text("avg_pool|mixed([0-9]|10)", "avg_pool, or mixed0 to mixed10"),
                        following(
                                "backbone",
                                Map.of("small", "avg_pool", "inception-v3", "mixed8", "onnx", "avg_pool"),
                                "avg_pool"),
                        "The stage at which the backbone is cut and pooled; avg_pool is the end of the backbone.",
                        where),
                setting(
                        "weights",
                        artifactOrNone("of imported weights"),
                        always("none"),
                        "Pretrained weights to start from; the command ./plankton weights import prints their id.",
                        where),
                setting(
                        "startFrom",
                        artifactOrNone("of a checkpoint"),
                        always("none"),
                        "A checkpoint of an earlier training of the same network to start from, instead of weights; for example one in which only the head was trained.",
                        where),
                setting(
                        "train",
                        new ValueType.Text(
                                "all|head|from:mixed([0-9]|10)", "all, head, or from:mixed0 to from:mixed10"),
                        following("backbone", Map.of("small", "all", "inception-v3", "head", "onnx", "head"), "all"),
                        "The part of the network that is trained: all, only the last layer (head), or a stage of the backbone and everything after it (from:).",
                        where),
                setting(
                        "normalise",
                        choice(Normalisation.class),
                        always("imagenet"),
                        "For backbone onnx, the values that the network expects: imagenet (most networks of PyTorch), signed (-1 to 1) or unit (0 to 1).",
                        where),
                setting(
                        "batchNorm",
                        choice(BatchNorm.class),
                        always("batch"),
                        "The statistics that batch normalisation uses in the trained layers: those of each batch (batch), or those that the network started with (frozen).",
                        where),
                setting(
                        "head",
                        choice(Head.class),
                        byPreset("sphere", "sigmoid"),
                        "How the network ends: sphere gives embeddings of length 1, sigmoid gives values between 0 and 1.",
                        where),
                setting("dimensions", whole(2, 2048), always(64L), "Number of values in an embedding.", where),
                setting(
                        "networkSide",
                        whole(16, 1024),
                        following("backbone", Map.of("small", 48L, "inception-v3", 139L, "onnx", 224L), 299L),
                        "Height and width of the network's input images in pixels.",
                        where),
                setting(
                        "testTimeSymmetries",
                        new ValueType.TrueOrFalse(),
                        always(false),
                        "Whether an embedding is the mean over the eight symmetries of the image (quarter turns and mirror images). Embedding then takes eight times as long.",
                        where));
    }
}
