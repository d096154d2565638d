package dev.plankton.workflows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The definitions as they stand in this version of the project.
 *
 * @param tasks one for each type of task
 * @param workflows a workflow comes after those that it starts
 */
public record Definitions(List<ObjectNode> tasks, List<ObjectNode> workflows) {
    private static final List<String> TASKS = List.of(
            "plankton_settings",
            "plankton_dataset_import",
            "plankton_preprocess",
            "plankton_split",
            "plankton_balance",
            "plankton_features",
            "plankton_train",
            "plankton_evaluate",
            "plankton_training_summary",
            "plankton_vector_import",
            "plankton_vector_evaluate",
            "plankton_export",
            "plankton_export_collect",
            "plankton_classifier",
            "plankton_pca",
            "plankton_relations",
            "plankton_dendrogram",
            "plankton_projector",
            "plankton_report",
            "plankton_model_lookup",
            "plankton_model_alias",
            "plankton_cleanup",
            "plankton_verify",
            "plankton_failure",
            "plankton_sweep_plan",
            "plankton_sweep_note",
            "plankton_sweep_ranking",
            "plankton_predict",
            "plankton_prediction_report",
            "plankton_finish");
    private static final List<String> WORKFLOWS = List.of(
            "plankton_failure",
            "plankton_dataset",
            "plankton_training",
            "plankton_analysis",
            "plankton_embedding",
            "plankton_sweep_lane",
            "plankton_sweep",
            "plankton_classify",
            "plankton_promote",
            "plankton_cleanup",
            "plankton_verify");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Definitions {
        tasks = List.copyOf(tasks);
        workflows = List.copyOf(workflows);
    }

    /** Reads them from the JSON files beside this class. */
    public static Definitions read() throws IOException {
        return new Definitions(read("tasks", TASKS), read("definitions", WORKFLOWS));
    }

    private static List<ObjectNode> read(String folder, List<String> names) throws IOException {
        List<ObjectNode> definitions = new ArrayList<>();
        for (String name : names) {
            String file = folder + "/" + name + ".json";
            try (InputStream in = Definitions.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IOException("the definition %s is missing from the program".formatted(file));
                }
                definitions.add(MAPPER.readValue(in, ObjectNode.class));
            }
        }
        return Collections.unmodifiableList(definitions);
    }

    static ObjectNode parse(String json) {
        try {
            return MAPPER.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
