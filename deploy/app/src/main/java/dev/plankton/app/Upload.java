package dev.plankton.app;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copies images into the store, under {@link StoreKeys#upload}, several at once. Files that are already there are
 * skipped.
 */
public final class Upload {
    private static final int THREADS = 8;

    private final ObjectStore store;

    /** How many files there are and how many had to be sent. */
    public record Result(int files, int sent) {}

    public Upload(ObjectStore store) {
        this.store = store;
    }

    /** A folder with all below it except hidden files, or one archive. */
    public Result send(Path source, UploadName name) throws IOException, Trouble {
        String prefix = StoreKeys.upload(name);
        Map<String, Path> files = files(source, prefix);
        if (files.isEmpty()) {
            throw new Trouble("%s holds no files.".formatted(source));
        }
        Map<String, StoredObject> there =
                store.list(prefix).stream().collect(Collectors.toMap(StoredObject::key, Function.identity()));
        List<Future<Boolean>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            files.forEach((key, file) -> sent.add(threads.submit(() -> send(key, file, there.get(key)))));
        }
        int count = 0;
        for (Future<Boolean> one : sent) {
            count += finished(one) ? 1 : 0;
        }
        return new Result(files.size(), count);
    }

    private boolean send(String key, Path file, @Nullable StoredObject there) throws IOException {
        if (there != null
                && there.bytes() == Files.size(file)
                && there.etag().replace("\"", "").equals(md5(file))) {
            return false;
        }
        String type = URLConnection.guessContentTypeFromName(key);
        store.put(key, file, type == null ? "application/octet-stream" : type);
        return true;
    }

    private static Map<String, Path> files(Path source, String prefix) throws IOException, Trouble {
        if (Files.isRegularFile(source)) {
            Path name = source.getFileName();
            if (name == null || !name.toString().matches(".*\\.(tar|tar\\.gz|tgz|zip)")) {
                throw new Trouble(
                        "%s is neither a folder nor a .tar, .tar.gz, .tgz or .zip archive.".formatted(source));
            }
            return Map.of(prefix + name, source);
        }
        if (!Files.isDirectory(source)) {
            throw new Trouble("There is no file or folder %s.".formatted(source));
        }
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String relative = source.relativize(file).toString();
                if (Files.isRegularFile(file) && !("/" + relative).contains("/.")) {
                    files.put(prefix + relative, file);
                }
            }
        }
        return files;
    }

    private static boolean finished(Future<Boolean> one) throws IOException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The upload was interrupted.", e);
        }
    }

    private static String md5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5"); // as S3 makes its entity tags
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
