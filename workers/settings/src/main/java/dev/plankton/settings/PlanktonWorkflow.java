package dev.plankton.settings;

import dev.plankton.runtime.step.BadInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The workflows that a user can start. */
public enum PlanktonWorkflow {
    /** The whole run: the next three, one after another. */
    EMBEDDING("plankton_embedding"),
    /** From a folder of images to a dataset. */
    DATASET("plankton_dataset"),
    /** From a dataset to checkpoints. */
    TRAINING("plankton_training"),
    /** From checkpoints to a report. */
    ANALYSIS("plankton_analysis"),
    /** From new images to their classes. */
    CLASSIFY("plankton_classify"),
    /** An alias is moved to another model. */
    PROMOTE("plankton_promote"),
    /** The whole run with each of several combinations of inputs. */
    SWEEP("plankton_sweep"),
    /** What has no reason to stay is deleted. */
    CLEANUP("plankton_cleanup"),
    /** The artifacts of a run are read again. */
    VERIFY("plankton_verify");

    private final String definition;

    PlanktonWorkflow(String definition) {
        this.definition = definition;
    }

    /** The name of the workflow definition in Conductor. */
    public String definition() {
        return definition;
    }

    static PlanktonWorkflow of(String definition) {
        return Arrays.stream(values())
                .filter(workflow -> workflow.definition.equals(definition))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no workflow '%s'; there are %s."
                        .formatted(
                                definition,
                                Arrays.stream(values())
                                        .map(PlanktonWorkflow::definition)
                                        .collect(Collectors.joining(", ")))));
    }
}
