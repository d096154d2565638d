package dev.plankton.steps.labelcheck;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that objects have in EcoTaxa, and its categories. A dataset does not keep them, but the import does that it
 * was made from, which the run history names. If several imports led to the same dataset, a name counts only if they
 * agree on it, because a wrong name would change another object in EcoTaxa.
 *
 * @param names by image key; an image without a name is not in it
 * @param categories the classes of the upload; a class that was merged from rare ones is not among them
 */
record UploadedObjects(Map<String, String> names, Set<String> categories) {

    UploadedObjects {
        names = Map.copyOf(names);
        categories = Set.copyOf(categories);
    }

    /** The imports that the dataset was made from: one, unless different imports gave the same dataset. */
    static List<ArtifactId> imports(ArtifactId dataset, StepContext context) throws IOException {
        return context.history().provenance().sources(List.of(dataset)).stream()
                .filter(source -> source.kind().equals(Datasets.IMPORT))
                .map(ArtifactSource::source)
                .distinct()
                .toList();
    }

    static UploadedObjects find(ArtifactId dataset, StepContext context) throws IOException, InterruptedException {
        Map<String, String> names = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (ArtifactId id : imports(dataset, context)) {
            ImportManifest imported;
            try {
                imported = Datasets.readImport(id, context);
            } catch (BadInputException deleted) {
                context.log("Import %s is gone; the names of its objects are not known.".formatted(id));
                return new UploadedObjects(Map.of(), Set.of());
            }
            categories.addAll(imported.classes());
            for (ImportManifest.Image image : imported.images()) {
                String name = image.object().objectId();
                String before = names.putIfAbsent(image.key(), name);
                if (before != null && !before.equals(name)) {
                    doubtful.add(image.key());
                }
            }
        }
        names.keySet().removeAll(doubtful);
        names.values().removeIf(String::isBlank);
        return new UploadedObjects(names, categories);
    }

    /** EcoTaxa's object_id of an image; blank if it has none. */
    String name(String key) {
        return names.getOrDefault(key, "");
    }
}
