package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The uploads under {@code datasets/} in the object store. */
final class Uploads {
    private final ObjectStore store;

    Uploads(ObjectStore store) {
        this.store = store;
    }

    /** All objects of one dataset. @throws BadInputException if there are none */
    List<StoredObject> list(UploadName dataset) throws IOException {
        List<StoredObject> objects = store.list(StoreKeys.upload(dataset));
        if (objects.isEmpty()) {
            throw new BadInputException(missing(dataset));
        }
        return objects;
    }

    /**
     * The files of one dataset, without clutter.
     *
     * @param objects its listing
     * @throws BadInputException if there are none, or more than the limit
     */
    static List<LooseObjects.Item> files(UploadName dataset, List<StoredObject> objects, Limits limits) {
        String prefix = StoreKeys.upload(dataset);
        String where = "Dataset '%s'".formatted(dataset);
        List<LooseObjects.Item> files = objects.stream()
                .filter(object -> !object.key().endsWith("/"))
                .map(object ->
                        new LooseObjects.Item(UploadPath.of(where, object.key().substring(prefix.length())), object))
                .filter(item -> !item.path().isClutter())
                .toList();
        if (files.isEmpty()) {
            throw new BadInputException("%s is empty; upload images as %s<class>/<file>.".formatted(where, prefix));
        }
        if (files.size() > limits.files()) {
            throw new BadInputException("%s holds %,d files; at most %,d can be imported at once."
                    .formatted(where, files.size(), limits.files()));
        }
        return files;
    }

    /** A digest of keys, entity tags and lengths. It changes when the upload changes. */
    static String digest(List<LooseObjects.Item> files) {
        return Json.digest(files.stream()
                .map(LooseObjects.Item::object)
                .flatMap(object -> Stream.of(object.key(), object.etag(), Long.toString(object.bytes())))
                .toArray(String[]::new));
    }

    private String missing(UploadName dataset) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (StoredObject object : store.list(StoreKeys.UPLOADS)) {
            String rest = object.key().substring(StoreKeys.UPLOADS.length());
            if (rest.indexOf('/') > 0) {
                names.add(rest.substring(0, rest.indexOf('/')));
            }
        }
        String known = names.isEmpty()
                ? "nothing has been uploaded yet"
                : "the nearest names are " + String.join(", ", NearestNames.of(dataset.value(), names, 3));
        return "There is no dataset '%s' (%s); upload its images with ./plankton put <folder> %s."
                .formatted(dataset, known, dataset);
    }
}
