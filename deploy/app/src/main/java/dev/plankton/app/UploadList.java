package dev.plankton.app;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.steps.datasetimport.UploadState;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was uploaded, by name. */
final class UploadList {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ObjectStore store;

    UploadList(ObjectStore store) {
        this.store = store;
    }

    /** One row for each upload: its name, files, megabytes, when a file was sent last, and its state. */
    Table table(ZoneId zone) throws IOException {
        SortedMap<String, List<StoredObject>> uploads = store.list(StoreKeys.UPLOADS).stream()
                .filter(object -> object.key().indexOf('/', StoreKeys.UPLOADS.length()) > 0)
                .collect(Collectors.groupingBy(UploadList::name, TreeMap::new, Collectors.toList()));
        return new Table(
                List.of("dataset", "files", "MB", "last change", "state"),
                uploads.entrySet().stream()
                        .map(upload -> row(upload.getKey(), upload.getValue(), zone))
                        .toList());
    }

    private static String name(StoredObject object) {
        String path = object.key().substring(StoreKeys.UPLOADS.length());
        return path.substring(0, path.indexOf('/'));
    }

    private static List<String> row(String name, List<StoredObject> objects, ZoneId zone) {
        long last =
                objects.stream().mapToLong(StoredObject::changedMillis).max().orElseThrow();
        return List.of(
                name,
                Long.toString(files(objects)),
                megabytes(objects),
                MINUTE.format(Instant.ofEpochMilli(last).atZone(zone)),
                state(name, objects));
    }

    static long files(List<StoredObject> objects) {
        return objects.stream().filter(object -> !object.key().endsWith("/")).count();
    }

    static String megabytes(List<StoredObject> objects) {
        return UploadProgress.megabytes(
                objects.stream().mapToLong(StoredObject::bytes).sum());
    }

    private static String state(String name, List<StoredObject> objects) {
        try {
            return UploadState.of(new UploadName(name), objects);
        } catch (BadInputException e) {
            return "cannot be imported";
        }
    }
}
