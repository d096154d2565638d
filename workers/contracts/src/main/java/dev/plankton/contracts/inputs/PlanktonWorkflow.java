package dev.plankton.contracts.inputs;

import dev.plankton.contracts.BadInputException;
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
    /** From new images that no class claims to groups of them. */
    DISCOVER("plankton_discover"),
    /** Moves an alias to another model. */
    PROMOTE("plankton_promote"),
    /** The whole run with each of several combinations of inputs. */
    SWEEP("plankton_sweep"),
    /** Deletes what no kept run needs. */
    CLEANUP("plankton_cleanup"),
    /** Reads the artifacts of a run again. */
    VERIFY("plankton_verify");

    private final String definition;

    PlanktonWorkflow(String definition) {
        this.definition = definition;
    }

    /** The name of the workflow definition in Conductor. */
    public String definition() {
        return definition;
    }

    /** @throws BadInputException if there is no workflow of that name */
    public static PlanktonWorkflow of(String definition) {
        return Arrays.stream(values())
                .filter(workflow -> workflow.definition.equals(definition))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no workflow '%s'; use one of %s."
                        .formatted(
                                definition,
                                Arrays.stream(values())
                                        .map(PlanktonWorkflow::definition)
                                        .collect(Collectors.joining(", ")))));
    }
}
