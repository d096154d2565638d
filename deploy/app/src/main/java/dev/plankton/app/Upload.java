package dev.plankton.app;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.store.EntityTag;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies images into the store, under {@link StoreKeys#upload}, several at once. Files that are already there with the
 * same bytes are not sent again. Files that were uploaded before and are no longer in the source stay, unless the
 * store shall mirror the source; they are removed after everything else was sent.
 */
public final class Upload {
    private final ObjectStore store;
    private final Access access;

    /** A way to the objects of the store. */
    public interface Access {
        /** All objects whose key starts with the prefix. */
        List<StoredObject> list(String prefix) throws IOException;

        void put(String key, Path file, String mediaType) throws IOException;
    }

    /** What happens to uploaded files that the source no longer has. */
    public enum Gone {
        KEEP,
        REMOVE
    }

    private enum Outcome {
        ADDED,
        CHANGED,
        SAME
    }

    /**
     * Numbers of files.
     *
     * @param gone uploaded before and no longer in the source, by their path in the upload
     */
    public record Result(int added, int changed, int same, List<String> gone) {
        public Result {
            gone = List.copyOf(gone);
        }

        /** How many the source has. */
        public int files() {
            return added + changed + same;
        }
    }

    public Upload(ObjectStore store) {
        this(store, by(store));
    }

    /** @param access a faster way to the same objects */
    public Upload(ObjectStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** By a request for each object. */
    static Access by(ObjectStore store) {
        return new Access() {
            @Override
            public List<StoredObject> list(String prefix) throws IOException {
                return store.list(prefix);
            }

            @Override
            public void put(String key, Path file, String mediaType) throws IOException {
                store.put(key, file, mediaType);
            }
        };
    }

    /** A folder with all below it except hidden files, or one archive; removes nothing. */
    public Result send(Path source, UploadName name) throws IOException, Trouble {
        return send(source, name, Gone.KEEP, UploadProgress.NONE);
    }

    /** @throws Trouble if something in the source cannot be sent; then nothing is sent */
    public Result send(Path source, UploadName name, Gone gone, UploadProgress progress) throws IOException, Trouble {
        String prefix = StoreKeys.upload(name);
        SortedMap<String, Path> files = LocalFiles.of(source);
        Map<String, StoredObject> there = access.list(prefix).stream()
                .collect(Collectors.toMap(object -> object.key().substring(prefix.length()), Function.identity()));
        progress.start(files.values());
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        Parallel.each(files.entrySet(), file -> {
                    Outcome outcome = send(prefix + file.getKey(), file.getValue(), there.get(file.getKey()));
                    progress.done(file.getValue());
                    return outcome;
                })
                .forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        progress.end();
        List<String> missing = there.keySet().stream()
                .filter(path -> !path.endsWith("/") && !files.containsKey(path))
                .sorted()
                .toList();
        if (gone == Gone.REMOVE) {
            remove(missing.stream().map(path -> prefix + path).toList());
        }
        return new Result(
                outcomes.getOrDefault(Outcome.ADDED, 0),
                outcomes.getOrDefault(Outcome.CHANGED, 0),
                outcomes.getOrDefault(Outcome.SAME, 0),
                missing);
    }

    /** Deletes objects, several at once. */
    void remove(List<String> keys) throws IOException {
        Parallel.each(keys, key -> {
            store.delete(key);
            return key;
        });
    }

    private Outcome send(String key, Path file, @Nullable StoredObject there) throws IOException {
        if (there != null
                && there.bytes() == Files.size(file)
                && EntityTag.matches(file, there.etag().replace("\"", ""))) {
            return Outcome.SAME;
        }
        String type = URLConnection.guessContentTypeFromName(key);
        access.put(key, file, type == null ? "application/octet-stream" : type);
        return there == null ? Outcome.ADDED : Outcome.CHANGED;
    }
}
