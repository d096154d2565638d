package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.formats.Split;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of folders as published sets of plankton images have them. */
class FolderLayoutsTest {
    private static final List<String> CLASSES = List.of("copepod", "egg");

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private ImportManifest importing(Upload upload, Map<String, Object> changed) throws Exception {
        upload.putLoose(context, "tree");
        return ImportInputs.imported(context, ImportInputs.of("tree", changed));
    }

    /** Two images of each class; the pattern says where: "2006/{class}/{file}". */
    private static Upload at(String... patterns) throws IOException {
        Upload upload = new Upload();
        int number = 0;
        for (String pattern : patterns) {
            for (String name : CLASSES) {
                for (int i = 0; i < 2; i++) {
                    upload.with(
                            pattern.replace("{class}", name).replace("{file}", number + ".png"), Upload.png(number++));
                }
            }
        }
        return upload;
    }

    private static Map<String, Long> counts(ImportManifest manifest) {
        return manifest.images().stream().collect(Collectors.groupingBy(Image::className, Collectors.counting()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{class}/{file}", "bay/{class}/{file}", "0127422/2.3/data/{class}/{file}", "{class} /{file}"})
    void foldersThatAllImagesHaveInCommonDoNotCount(String pattern) throws Exception {
        assertThat(counts(importing(at(pattern), Map.of()))).isEqualTo(Map.of("copepod", 2L, "egg", 2L));
    }

    @Test
    void namesThatDifferOnlyByBlanksAtTheEndAreOneClass() throws Exception {
        assertThat(counts(importing(at("{class}/{file}", "{class} /{file}"), Map.of())))
                .isEqualTo(Map.of("copepod", 4L, "egg", 4L));
    }

    @Test
    void aPictureBesideTheClassesIsLeftOutAndChangesNothing() throws Exception {
        ImportManifest manifest =
                importing(at("ZooX/{class}/{file}").with("ZooX/overview.png", Upload.png(99)), Map.of());
        assertThat(counts(manifest)).isEqualTo(Map.of("copepod", 2L, "egg", 2L));
        assertThat(manifest.leftOut()).containsExactly(new LeftOut("ZooX/overview.png", "is not in a class folder"));
    }

    @ParameterizedTest
    @CsvSource({
        "2006/{class}/{file}, 2007/{class}/{file}, 2",
        "{class}/training_data/{file}, {class}/more/{file}, 1",
        "set/2006/{class}/{file}, set/2007/{class}/old/{file}, 3"
    })
    void whereTwoFoldersCouldBeMeantTheUserSaysWhich(String one, String another, int depth) throws Exception {
        Upload upload = at(one, another);
        assertThatThrownBy(() -> importing(upload, Map.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "Dataset 'tree' has several folders that could name the class: say with classDepth")
                .hasMessageContaining("It holds images such as ")
                .hasMessageContaining("folder 1 is one of: ");
        assertThat(counts(importing(upload, Map.of("classDepth", depth)))).isEqualTo(Map.of("copepod", 4L, "egg", 4L));
    }

    @Test
    void aFolderOfUnlabelledImagesBesideAFolderOfClassesIsNoClass() throws Exception {
        Upload upload = at("train/{class}/{file}");
        for (int i = 0; i < 9; i++) {
            upload.with("test/%d.png".formatted(i), Upload.png(100 + i));
        }
        assertThatThrownBy(() -> importing(upload, Map.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("folder 1 is one of: test, train");
    }

    @Test
    void foldersOfASplitGiveTheSplit() throws Exception {
        Upload upload = at("set/Train/{class}/{file}", "set/val/{class}/{file}", "set/test/{class}/{file}");
        ImportManifest manifest = importing(upload, Map.of("layout", "split-folders"));
        assertThat(counts(manifest)).isEqualTo(Map.of("copepod", 6L, "egg", 6L));
        assertThat(manifest.images())
                .allSatisfy(image -> assertThat(image.split())
                        .contains(
                                image.source().startsWith("set/Train")
                                        ? Split.TRAIN
                                        : image.source().startsWith("set/val") ? Split.VALIDATION : Split.TEST));
    }

    @Test
    void otherFoldersThanThoseOfASplitAreNamed() throws Exception {
        Upload upload = at("train/{class}/{file}", "2007/{class}/{file}");
        assertThatThrownBy(() -> importing(upload, Map.of("layout", "split-folders")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("Dataset 'tree' has folders before the classes that are called 2007;")
                .hasMessageContaining("they must be called train, training, val");
    }

    @Test
    void picturesOfOtherKindsAreCountedAndOtherFilesOnlyListed() throws Exception {
        ImportManifest manifest = importing(
                at("{class}/{file}")
                        .with("egg/x.heic", "x")
                        .with("egg/notes.txt", "x")
                        .with("diatom/1.raw2", "x"),
                Map.of());
        assertThat(manifest.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut("egg/x.heic", "is not an image of a kind that can be read"),
                        new LeftOut("diatom/1.raw2", "is not an image of a kind that can be read"));
        assertThat(manifest.setAside()).containsExactly(new LeftOut("egg/notes.txt", "is not an image"));
        assertThat(manifest.classes()).containsExactly("copepod", "diatom", "egg");
    }
}
