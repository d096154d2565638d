package dev.plankton.network.pytorch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;

/**
 * Unpacks libtorch before its first library is loaded. The libraries name one another, and JavaCPP unpacks each only
 * when it loads it. So where the machine has a libtorch of its own (Debian's python3-torch, for instance), the linker
 * found a part of that instead, of another version, and the process crashed.
 */
final class NativeLibraries {
    private static final List<String> BUILDS = List.of("", "-gpu");
    private static final List<String> LIBRARIES =
            List.of("libc10.so", "libc10_cuda.so", "libtorch_cpu.so", "libtorch_cuda.so", "libtorch.so");

    private NativeLibraries() {}

    /** Those of this build; files that are there already stay as they are. */
    static void unpack() {
        try {
            for (String build : BUILDS) {
                for (String library : LIBRARIES) {
                    Loader.cacheResource(
                            org.bytedeco.pytorch.presets.torch.class,
                            "/org/bytedeco/pytorch/%s%s/%s".formatted(Loader.getPlatform(), build, library));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("libtorch cannot be unpacked", e);
        }
    }
}
