package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        folder = parent.resolve("a");
        file("copepod/1.png");
        file("egg/1.png");
        file("../elsewhere/diatom/1.png");
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(file, name);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), Path.of(target));
    }

    @Test
    void followsLinksThatStayInside() throws Exception {
        link("eggs", "egg");
        link("copepod/2.png", "../egg/1.png");
        Path current = Files.createSymbolicLink(parent.resolve("current"), folder);

        assertThat(LocalFiles.of(current).keySet())
                .containsExactly("copepod/1.png", "copepod/2.png", "egg/1.png", "eggs/1.png");
    }

    @Test
    void namesEveryLinkThatItDoesNotFollow() throws Exception {
        link("diatom", "../elsewhere/diatom");
        link("copepod/out.png", "../../elsewhere/diatom/1.png");
        link("egg/broken.png", "nowhere.png");
        link("egg/around", "..");
        link(".hidden", "nowhere");

        assertThatThrownBy(() -> LocalFiles.of(folder))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith(
                        "Nothing was sent, because %s holds entries that cannot be sent (4): ".formatted(folder))
                .hasMessageContaining("diatom (a link that leads out of the folder)")
                .hasMessageContaining("copepod/out.png (a link that leads out of the folder)")
                .hasMessageContaining("egg/broken.png (a link whose target is missing)")
                .hasMessageContaining("egg/around (a link to a folder that holds it)")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void namesFiveOfMany() throws Exception {
        for (int i = 0; i < 7; i++) {
            link("egg/%d.jpg".formatted(i), "nowhere");
        }

        assertThatThrownBy(() -> LocalFiles.of(folder))
                .hasMessageContaining("cannot be sent (7): ")
                .hasMessageContaining(" and 2 more; ");
    }

    @Test
    void refusesNamesWithControlCharacters() throws Exception {
        file("egg/Größe.png");
        assertThat(LocalFiles.of(folder)).containsKey("egg/Größe.png");
        file("egg/1\u001b.png");

        assertThatThrownBy(() -> LocalFiles.of(folder))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith(
                        "Nothing was sent, because %s holds files whose names are not UTF-8".formatted(folder));
    }
}
