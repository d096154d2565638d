package dev.plankton.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A folder whose file names come from an untrusted file. No name and no link leads out of it. */
record SafeFolder(Path root) {

    /**
     * @param most largest size of the file in bytes
     * @throws UnusableWeightsException if the path leads outside, there is no such file or it is larger
     */
    byte[] read(String path, int most) throws IOException {
        Path file = resolve(path);
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > most) {
                throw new UnusableWeightsException(
                        "%s has more than the limit of %,d bytes".formatted(Printable.text(path), most));
            }
            return in.readNBytes(most);
        }
    }

    private Path resolve(String path) throws IOException {
        Path real = root.toRealPath();
        try {
            Path file = real.resolve(path).normalize();
            if (!file.startsWith(real)
                    || (Files.exists(file) && !file.toRealPath().startsWith(real))) {
                throw new UnusableWeightsException(
                        "its manifest names the file %s outside its folder".formatted(Printable.text(path)));
            }
            if (!Files.isRegularFile(file)) {
                throw new UnusableWeightsException("its file %s is missing".formatted(Printable.text(path)));
            }
            return file;
        } catch (InvalidPathException e) {
            throw new UnusableWeightsException("%s cannot name a file".formatted(Printable.text(path)), e);
        }
    }
}
