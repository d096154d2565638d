package dev.plankton.steps.vectorimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The uploaded files: one Parquet file, or an NPY file with a CSV file.
 *
 * @param objects in the order Parquet, or NPY before CSV
 */
record VectorFiles(List<StoredObject> objects) {
    VectorFiles {
        objects = List.copyOf(objects);
    }

    /** @throws BadInputException if there is anything else under that name */
    static VectorFiles find(UploadName name, ObjectStore store, Limits limits) throws IOException {
        List<StoredObject> all = store.list(StoreKeys.upload(name));
        if (all.isEmpty()) {
            throw new BadInputException(
                    "No vectors were uploaded as '%s'; upload a folder with a .parquet file, or with an .npy and a .csv file, with ./plankton put."
                            .formatted(name));
        }
        List<StoredObject> parquet = ending(all, ".parquet");
        List<StoredObject> npy = ending(all, ".npy");
        List<StoredObject> csv = ending(all, ".csv");
        List<StoredObject> found = new ArrayList<>();
        if (all.size() == 1 && parquet.size() == 1) {
            found.addAll(parquet);
        } else if (all.size() == 2 && npy.size() == 1 && csv.size() == 1) {
            found.addAll(npy);
            found.addAll(csv);
        } else {
            throw new BadInputException(
                    "'%s' holds %d files, %d of them .parquet, %d .npy and %d .csv; vectors are one .parquet file, or one .npy and one .csv file, and nothing else."
                            .formatted(name, all.size(), parquet.size(), npy.size(), csv.size()));
        }
        for (StoredObject object : found) {
            if (object.bytes() > limits.bytes()) {
                throw new BadInputException("%s has %,d bytes, more than the %,d that are read; give fewer images."
                        .formatted(shortName(object), object.bytes(), limits.bytes()));
            }
        }
        return new VectorFiles(found);
    }

    private static List<StoredObject> ending(List<StoredObject> objects, String ending) {
        return objects.stream()
                .filter(object -> object.key().toLowerCase(Locale.ROOT).endsWith(ending))
                .toList();
    }

    boolean areParquet() {
        return objects.size() == 1;
    }

    /** A digest that changes when the files change. */
    String digest() {
        return Json.digest(objects.stream()
                .flatMap(object -> List.of(object.key(), object.etag(), Long.toString(object.bytes())).stream())
                .toArray(String[]::new));
    }

    /** The name of a file in messages. */
    String name(int index) {
        return shortName(objects.get(index));
    }

    private static String shortName(StoredObject object) {
        return object.key().substring(object.key().indexOf('/') + 1);
    }

    /** Copies the files to the local disk. @throws IOException if a file has grown since it was listed */
    List<Path> copy(ObjectStore store, Path folder) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (int index = 0; index < objects.size(); index++) {
            copies.add(copy(index, store, folder));
        }
        return copies;
    }

    private Path copy(int index, ObjectStore store, Path folder) throws IOException {
        Path file = folder.resolve("given-" + index);
        try (InputStream in = store.open(objects.get(index).key());
                OutputStream out = Files.newOutputStream(file)) {
            long left = objects.get(index).bytes();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new IOException(name(index) + " changed while it was read");
                }
                out.write(buffer, 0, read);
            }
        }
        return file;
    }
}
