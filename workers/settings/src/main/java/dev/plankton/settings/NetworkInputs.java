package dev.plankton.settings;

import static dev.plankton.settings.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.settings.PlanktonWorkflow.TRAINING;
import static dev.plankton.settings.SettingTerms.always;
import static dev.plankton.settings.SettingTerms.byPreset;
import static dev.plankton.settings.SettingTerms.choice;
import static dev.plankton.settings.SettingTerms.following;
import static dev.plankton.settings.SettingTerms.setting;
import static dev.plankton.settings.SettingTerms.whole;

import dev.plankton.settings.Setting.Required;
import java.util.List;
import java.util.Map;

/** What the network is and which part of it learns (SPEC 3). */
final class NetworkInputs {
    private NetworkInputs() {}

    static List<Setting> all() {
        PlanktonWorkflow[] where = {EMBEDDING, TRAINING};
        return List.of(
                setting(
                        "datasetId",
                        new Kind.Text("[0-9a-f]{64}", "64 hexadecimal digits"),
                        new Required("the datasetId that a run of plankton_dataset or plankton_embedding printed"),
                        "The dataset to train on.",
                        TRAINING),
                setting(
                        "backbone",
                        choice("small", "inception-v3"),
                        byPreset("small", "inception-v3"),
                        "The convolutional network below the embedding.",
                        where),
                setting(
                        "features",
                        new Kind.Text("avg_pool|mixed([0-9]|10)", "avg_pool, or mixed0 to mixed10"),
                        following("backbone", Map.of("small", "avg_pool", "inception-v3", "mixed8"), "avg_pool"),
                        "Where the backbone is cut and pooled.",
                        where),
                setting(
                        "weights",
                        new Kind.Text("none|[0-9a-f]{64}", "none, or the 64 hexadecimal digits of imported weights"),
                        always("none"),
                        "Pretrained weights to start from; ./plankton weights import prints their id.",
                        where),
                setting(
                        "startFrom",
                        new Kind.Text("none|[0-9a-f]{64}", "none, or the 64 hexadecimal digits of a checkpoint"),
                        always("none"),
                        "The checkpoint of an earlier training of such a network to begin with, instead of weights; its head, say, learnt alone.",
                        where),
                setting(
                        "train",
                        new Kind.Text("all|head|from:mixed([0-9]|10)", "all, head, or from:mixed0 to from:mixed10"),
                        following("backbone", Map.of("small", "all", "inception-v3", "head"), "all"),
                        "Which part of the network learns: all, the last layer alone (head), or a stage of the backbone and what is behind it (from:).",
                        where),
                setting(
                        "batchNorm",
                        choice("batch", "frozen"),
                        always("batch"),
                        "What layers that learn are normalised by: the statistics of each batch, or those that the network began with.",
                        where),
                setting(
                        "head",
                        choice("sphere", "sigmoid"),
                        byPreset("sphere", "sigmoid"),
                        "What ends the network: embeddings of length 1, or every value between 0 and 1.",
                        where),
                setting("dimensions", whole(2, 2048), always(64L), "Length of an embedding.", where),
                setting(
                        "networkSide",
                        whole(16, 1024),
                        following("backbone", Map.of("small", 64L, "inception-v3", 139L), 299L),
                        "Height and width in pixels of what the network sees.",
                        where));
    }
}
