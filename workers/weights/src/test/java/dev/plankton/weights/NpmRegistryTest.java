package dev.plankton.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpmRegistryTest {
    private static final byte[] TARBALL = {1, 2, 3};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"npm:model@1.0.0", "npm:@some/model@1.0.0-beta.1"})
    void savesWhatHasThePromisedDigest(String source) throws Exception {
        NpmPackage wanted = NpmPackage.parse(source);
        Path file = folder.resolve("package.tgz");
        try (NpmServer server = new NpmServer(wanted.name(), wanted.version(), TARBALL)) {
            new NpmRegistry(URI.create(server.address() + "/")).download(wanted, file);
        }
        assertThat(file).hasBinaryContent(TARBALL);
        assertThat(wanted).hasToString(source);
    }

    static Stream<Arguments> lies() {
        String right = "sha512-" + NpmServer.sha512(TARBALL);
        return Stream.of(
                Arguments.of("/tarball", "sha512-" + NpmServer.sha512(new byte[1]), "does not have the sha512 that"),
                Arguments.of("/tarball", "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "lists no sha512 for npm:model@1.0.0."),
                Arguments.of("file:///etc/passwd", right, "gives no download address for npm:model@1.0.0."),
                Arguments.of("no address", right, "gives no download address for npm:model@1.0.0."),
                Arguments.of("/broken", right, "answered with status 500."));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void whatTheRegistryCannotProveIsRefused(String location, String integrity, String sentence) throws Exception {
        try (NpmServer server = new NpmServer("model", "1.0.0", TARBALL, location, integrity)) {
            NpmRegistry registry = new NpmRegistry(server.address());
            assertThatThrownBy(
                            () -> registry.download(NpmPackage.parse("npm:model@1.0.0"), folder.resolve("package.tgz")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(sentence)
                    .hasMessageEndingWith(".");
        }
    }

    @Test
    void missingVersionsAndRegistriesAreToldApart() throws Exception {
        NpmPackage wanted = NpmPackage.parse("npm:model@1.0.0");
        URI address;
        try (NpmServer server = new NpmServer("model", "2.0.0", TARBALL)) {
            address = server.address();
            assertThatThrownBy(() -> new NpmRegistry(address).download(wanted, folder.resolve("x")))
                    .isInstanceOf(UnusableWeightsException.class)
                    .hasMessage("%s has no version 1.0.0 of it", address);
        }
        assertThatThrownBy(() -> new NpmRegistry(address).download(wanted, folder.resolve("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"npm:", "npm:model", "npm:model@^1.0.0", "npm:model@1", "npm:../x@1.0.0", "npm:a/b@1.0.0"})
    void namesMustBeExact(String source) {
        assertThatThrownBy(() -> NpmPackage.parse(source))
                .isInstanceOf(UnusableWeightsException.class)
                .hasMessage("it is not npm:name@version with an exact version");
    }

    @Test
    void aPackageWithoutAProperNameIsNone() throws Exception {
        Path file = folder.resolve("package.json");
        for (String json : new String[] {"{", "{}", "{\"name\":\"../x\",\"version\":\"1.0.0\"}", "{\"name\":\"a\"}"}) {
            Files.writeString(file, json);
            assertThat(NpmPackage.unpackedIn(folder)).isEmpty();
        }
    }
}
