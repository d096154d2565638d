package dev.plankton.network.dl4j;

import static dev.plankton.network.dl4j.Engines.DL4J;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.network.engine.ComputeCapability;
import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.UnusableDeviceException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Tests the real CPU, and machines with cards that an object simulates: it answers like ND4J's native library for CUDA.
 */
class ComputeDeviceTest {
    /** The values that {@code cudaGetDeviceProperties} returns. */
    private record Card(String name, int major, int minor, long memory) {}

    private static final Card A10 = new Card("NVIDIA A10", 8, 6, 22L << 30);
    private static final Card H100 = new Card("NVIDIA H100 80GB HBM3", 9, 0, 80L << 30);

    private final ComputeDevice processor = DL4J.device();
    private final NativeOps real = NativeOpsHolder.getInstance().getDeviceNativeOps();

    @AfterEach
    void putBack() {
        NativeOpsHolder.getInstance().setDeviceNativeOps(real);
    }

    @Test
    void thereIsOneBackendOnTheClassPath() {
        assertThat(ServiceLoader.load(Nd4jBackend.class)).hasSize(1);
    }

    @Test
    void theProcessorCanBeUsed() {
        assertThat(DL4J.requireUsable()).containsExactly(processor);
        assertThat(processor.backend()).isEqualTo("cpu");
        assertThat(processor.name()).isNotBlank();
        assertThat(processor.capability()).isEmpty();
        assertThat(processor.memoryBytes()).isGreaterThan(Runtime.getRuntime().maxMemory());
        assertThat(processor.threads()).isEqualTo(Integer.parseInt(System.getenv("OMP_NUM_THREADS")));
    }

    @Test
    void theCardOfTheThreadIsTheCurrentOne() {
        pretend(1, H100, A10);

        ComputeDevice card =
                new ComputeDevice("cuda", "NVIDIA A10", Optional.of(new ComputeCapability(8, 6)), 22L << 30, 0);
        assertThat(DL4J.device()).isEqualTo(card);
        assertThat(card.summary()).isEqualTo("cuda, NVIDIA A10, compute capability 8.6, 22 GiB");
    }

    @Test
    void cardsThatTheBuildRunsOnCanBeUsed() {
        pretend(0, A10, A10);

        assertThat(DL4J.requireUsable())
                .hasSize(2)
                .extracting(ComputeDevice::name)
                .containsOnly("NVIDIA A10");
    }

    @Test
    void oneVisibleCardThatIsTooNewIsRefused() {
        pretend(0, A10, H100);

        assertThatThrownBy(DL4J::requireUsable)
                .isInstanceOf(UnusableDeviceException.class)
                .hasMessageStartingWith("NVIDIA H100 80GB HBM3 has compute capability 9.0");
    }

    @Test
    void theSummaryOfAProcessorCountsItsThreads() {
        assertThat(new ComputeDevice("cpu", "AMD EPYC", Optional.empty(), 24L << 30, 2).summary())
                .isEqualTo("cpu, 2 threads of AMD EPYC, 24 GiB");
        assertThat(new ComputeDevice("cpu", "AMD EPYC", Optional.empty(), 24L << 30, 1).summary())
                .startsWith("cpu, 1 thread of");
    }

    private static void pretend(int current, Card... cards) {
        List<Card> all = List.of(cards);
        NativeOps library = (NativeOps) Proxy.newProxyInstance(
                NativeOps.class.getClassLoader(), new Class<?>[] {NativeOps.class}, (self, method, arguments) -> {
                    Card asked = arguments == null ? all.getFirst() : all.get((Integer) arguments[0]);
                    return switch (method.getName()) {
                        case "getAvailableDevices" -> all.size();
                        case "getDevice" -> current;
                        case "getDeviceName" -> asked.name();
                        case "getDeviceMajor" -> asked.major();
                        case "getDeviceMinor" -> asked.minor();
                        case "getDeviceTotalMemory" -> asked.memory();
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
        NativeOpsHolder.getInstance().setDeviceNativeOps(library);
    }
}
