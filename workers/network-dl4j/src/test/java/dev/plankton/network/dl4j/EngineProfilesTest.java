package dev.plankton.network.dl4j;

import static dev.plankton.network.testing.BuildFile.dependencies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.network.testing.BuildFile;
import org.junit.jupiter.api.Test;

/**
 * No other test here notices if the build for cards lacks one of its parts, because they take 2.5 GB and need a card.
 */
class EngineProfilesTest {
    @Test
    void aCardNeedsCudaItsLibrariesAndCudnn() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='cuda']"))
                .containsExactlyInAnyOrder(
                        "nd4j-cuda-11.6:",
                        "nd4j-cuda-11.6:${dl4j.platform}-cudnn",
                        "cuda:${dl4j.platform}",
                        "cuda:${dl4j.platform}-redist");
    }

    /** With both engines on the class path, ND4J would silently use the CPU if it finds no card. */
    @Test
    void eachEngineIsInItsOwnProfileOnly() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='cpu']"))
                .containsExactlyInAnyOrder("nd4j-native:", "nd4j-native:${dl4j.platform}-onednn");
        assertThat(dependencies("/project"))
                .contains("nd4j-api:")
                .noneMatch(dependency -> dependency.startsWith("nd4j-native:") || dependency.contains("cuda"));
        assertThat(BuildFile.text("/project/profiles/profile[id='cpu']/activation/property/value"))
                .isEqualTo("!cuda");
    }
}
