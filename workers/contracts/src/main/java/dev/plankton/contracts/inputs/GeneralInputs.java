package dev.plankton.contracts.inputs;

import static dev.plankton.contracts.inputs.PlanktonWorkflow.ANALYSIS;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.CLASSIFY;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.DATASET;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.DISCOVER;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.EMBEDDING;
import static dev.plankton.contracts.inputs.PlanktonWorkflow.TRAINING;
import static dev.plankton.contracts.inputs.SettingTerms.always;
import static dev.plankton.contracts.inputs.SettingTerms.choice;
import static dev.plankton.contracts.inputs.SettingTerms.setting;
import static dev.plankton.contracts.inputs.SettingTerms.whole;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Preset;
import java.util.List;

/** Inputs of the whole run. */
final class GeneralInputs {
    /** The largest whole number that JSON keeps exactly everywhere. */
    static final long LARGEST_SEED = 9_007_199_254_740_991L;

    private GeneralInputs() {}

    static List<Setting> all() {
        return List.of(
                setting(
                        "preset",
                        choice(Preset.class),
                        always("recommended"),
                        "The set of defaults for inputs that are left blank: recommended trains in minutes on two CPU cores, original has the numbers of the original experiment.",
                        EMBEDDING,
                        DATASET,
                        TRAINING,
                        ANALYSIS),
                setting(
                        "seed",
                        whole(0, LARGEST_SEED),
                        always(1L),
                        "The seed of every random draw; the same seed gives the same run.",
                        EMBEDDING,
                        DATASET,
                        TRAINING,
                        ANALYSIS,
                        DISCOVER),
                setting(
                        "engine",
                        choice(EmbeddingEngine.class),
                        always("onnx-runtime"),
                        "The library that computes embeddings: onnx-runtime on the CPU, dl4j or pytorch on the training device, or fastest, which takes the fastest of them at the moment. The results agree to 4 digits. All but fastest give exactly the same digits every time.",
                        EMBEDDING,
                        TRAINING,
                        CLASSIFY,
                        DISCOVER),
                setting(
                        "trainingEngine",
                        choice(NetworkEngine.class),
                        always("auto"),
                        "The library that trains the network and the classifier: dl4j (Deeplearning4j), pytorch (libtorch), or auto, which takes the faster one for the machine that trains; training_device in SQL says which and why. Digits of the result depend on it.",
                        EMBEDDING,
                        TRAINING,
                        ANALYSIS),
                setting(
                        "precision",
                        choice(Precision.class),
                        always("fp32"),
                        "The numbers that training calculates with: fp32 (32 bits), or bf16 (16 bits in convolutions), which is faster on processors and cards made for it. bf16 needs trainingEngine auto or pytorch.",
                        EMBEDDING,
                        TRAINING));
    }
}
