package dev.plankton.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    private Path parent;

    @Test
    void closesAFolderThatWasOpenToOthers() throws Exception {
        Path open = Files.createDirectory(parent.resolve("postgres"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        PrivateFiles.folder(open);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                .isEqualTo("rwx------");
    }

    @Test
    void aDamagedSecretIsNotUsed() throws Exception {
        Secrets secrets = new Secrets(parent);
        assertThat(secrets.get("password", 20)).hasSize(40).isEqualTo(secrets.get("password", 20));
        Files.writeString(parent.resolve("password"), "");

        assertThatThrownBy(() -> secrets.get("password", 20))
                .hasMessage(
                        "The file %s is damaged: it must hold at least 16 hexadecimal digits.",
                        parent.resolve("password"));
    }
}
