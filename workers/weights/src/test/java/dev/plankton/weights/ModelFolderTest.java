package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {
    @TempDir
    private Path outside;

    private Path folder;

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(outside.resolve("model"));
        Files.write(outside.resolve("secret"), new byte[] {1, 2, 3, 4});
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Path parent = file.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.writeString(file, text);
    }

    @Test
    void aFileInTheFolderIsRead() throws Exception {
        put("model.json", "{}");
        put("parts/one.bin", "abcd");
        ModelFiles files = ModelFolder.find(folder);
        assertThat(files.model()).isEqualTo("{}");
        assertThat(files.weights("parts/one.bin")).containsExactly('a', 'b', 'c', 'd');
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "../none", "parts/../../secret", "/etc/hostname", "link", "linked/secret"})
    void noPathLeavesTheFolder(String path) throws Exception {
        put("model.json", "{}");
        Files.createSymbolicLink(folder.resolve("link"), outside.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        assertThatThrownBy(() -> ModelFolder.find(folder).weights(path))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("its manifest names the file %s outside its folder", path);
    }

    @Test
    void missingAndImpossibleFilesAreNamed() throws Exception {
        put("model.json", "{}");
        ModelFiles files = ModelFolder.find(folder);
        assertThatThrownBy(() -> files.weights("one.bin")).hasMessage("its file one.bin is missing");
        assertThatThrownBy(() -> files.weights("parts\0")).hasMessage("parts? cannot name a file");
        assertThatThrownBy(() -> new SafeFolder(folder).read("model.json", 1))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("model.json has more than the limit of 1 bytes");
    }

    @Test
    void scriptsAreReadAsText() throws Exception {
        put("model.min.js", "module.exports=a();({exports:{}});n.exports={a:!0,b:[!1,-.5],c:\"!0\"}},{}]");
        put("one.min.js", "n.exports=\"AQID\"},{}]");
        ModelFiles files = ModelFolder.find(folder);
        assertThat(files.model()).startsWith("{a:true,b:[false,-.5],c:\"!0\"}");
        assertThat(files.weights("one")).containsExactly(1, 2, 3);
        put("two.min.js", "n.exports=\"????\"");
        assertThatThrownBy(() -> files.weights("two")).hasMessage("its two.min.js holds no base64");
        put("three.min.js", "n.exports=3");
        assertThatThrownBy(() -> files.weights("three")).hasMessage("its three.min.js exports no weights");
        put("model.min.js", "module.exports=a()");
        assertThatThrownBy(files::model).hasMessage("its model.min.js exports no model");
    }

    @Test
    void ofSeveralModelsTheOneCalledAfterInceptionIsTaken() throws Exception {
        put("models/mobilenet/model.json", "{\"a\":1}");
        assertThat(ModelFolder.find(folder).model()).isEqualTo("{\"a\":1}");
        put("models/inception_v3/model.json", "{\"a\":2}");
        assertThat(ModelFolder.find(folder).model()).isEqualTo("{\"a\":2}");
        put("old/inception_v3/model.json", "{\"a\":3}");
        assertThatThrownBy(() -> ModelFolder.find(folder))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("it holds 3 models (models/inception_v3, models/mobilenet, old/inception_v3);"
                        + " give the folder of one");
    }

    @Test
    void aFolderWithoutAModelIsRefused() {
        assertThatThrownBy(() -> ModelFolder.find(folder))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("it holds neither a model.json nor a model.min.js of TensorFlow.js");
    }
}
