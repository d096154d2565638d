package dev.plankton.network.pytorch;

import static dev.plankton.network.testing.BuildFile.dependencies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.network.testing.BuildFile;
import org.junit.jupiter.api.Test;

/** No other test here notices if the build for cards lacks one of its parts, because it needs a card. */
class BuildProfilesTest {
    @Test
    void aCardNeedsTheBuildForCardsAndTheBindingsOfCuda() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='pytorch-cuda']"))
                .containsExactlyInAnyOrder("pytorch:linux-x86_64-gpu", "cuda:", "cuda:linux-x86_64");
    }

    /** JavaCPP would take whichever of two builds comes first on the class path. */
    @Test
    void eachBuildIsInItsOwnProfileOnly() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='cpu']")).containsExactly("pytorch:linux-x86_64");
        assertThat(dependencies("/project"))
                .contains("pytorch:", "openblas:linux-x86_64")
                .noneMatch(dependency -> dependency.startsWith("pytorch:linux") || dependency.startsWith("cuda"));
        assertThat(BuildFile.text("/project/profiles/profile[id='cpu']/activation/property/value"))
                .isEqualTo("!pytorch-cuda");
    }
}
