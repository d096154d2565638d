package dev.plankton.app.ui;

import dev.plankton.app.Screen;
import dev.plankton.contracts.json.Json;
import dev.plankton.gateway.UserInterface;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds Conductor's UI, which the server from Maven Central lacks: what the user names; otherwise a copy that was kept,
 * the jar that Conductor's own command line keeps, or the official jar from its address, which is downloaded once.
 */
public final class ConductorUi {
    /** What names a folder or a jar instead. */
    public static final String VARIABLE = "PLANKTON_CONDUCTOR_UI";
    /** In place of a folder or a jar: no UI. */
    public static final String NONE = "none";

    private static final String OFFICIAL =
            "https://conductor-server.s3.us-east-2.amazonaws.com/conductor-server-%s.jar";
    private static final String ADVICE =
            "Conductor's UI is not here (%s). Everything else works. Name a folder or a server jar that holds it with --ui or in "
                    + VARIABLE + ", or start again with access to the internet.";

    private final Path cache;
    private final Path commandLineJar;
    private final URI official;
    private final Screen screen;

    /**
     * @param cache keeps the files between starts
     * @param commandLineJar where Conductor's own command line keeps a server jar
     * @param official address of the official jar of the version that runs here
     */
    public ConductorUi(Path cache, Path commandLineJar, URI official, Screen screen) {
        this.cache = cache;
        this.commandLineJar = commandLineJar;
        this.official = official;
        this.screen = screen;
    }

    /**
     * Takes it from the usual places.
     *
     * @param cache keeps the files between starts
     */
    public static ConductorUi keptIn(Path cache, Screen screen) throws IOException {
        return new ConductorUi(
                cache,
                Path.of(System.getProperty("user.home"), ".conductor-cli", "conductor-server-latest.jar"),
                URI.create(OFFICIAL.formatted(version())),
                screen);
    }

    /** The version of the server that this project is made for. */
    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = ConductorUi.class.getResourceAsStream("conductor.properties")) {
            if (in == null) {
                throw new IOException("The build left out conductor.properties.");
            }
            properties.load(in);
        }
        return properties.getProperty("version", "");
    }

    /**
     * Finds it.
     *
     * @param named a folder, a jar, the address of a jar, or {@value #NONE}
     * @throws IOException with a sentence, if what was named cannot be used
     */
    public UserInterface find(Optional<String> named) throws IOException {
        if (named.isPresent()) {
            return named(named.get());
        }
        try {
            UiCopy kept = copy(official);
            if (kept.isSound()) {
                return new UserInterface.Folder(kept.files());
            }
            return Files.isRegularFile(commandLineJar) ? fromJar(commandLineJar.toUri()) : fromJar(official);
        } catch (IOException e) {
            String advice = ADVICE.formatted(e.getMessage() == null ? e.toString() : e.getMessage());
            screen.line(advice);
            return new UserInterface.None(advice);
        }
    }

    private UserInterface named(String name) throws IOException {
        if (name.equals(NONE)) {
            return new UserInterface.None("Conductor's UI was switched off with --ui none.");
        }
        if (name.matches("(https?|file):.*")) {
            return fromJar(URI.create(name));
        }
        Path path = Path.of(name).toAbsolutePath().normalize();
        if (Files.isRegularFile(path.resolve("index.html"))) {
            return new UserInterface.Folder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("--ui (or %s) is %s, which is neither a folder with an index.html nor a jar."
                    .formatted(VARIABLE, path));
        }
        return fromJar(path.toUri());
    }

    /** A local jar is checked at every start, a remote one when it is downloaded. */
    private UserInterface fromJar(URI address) throws IOException {
        UiCopy copy = copy(address);
        boolean local = "file".equals(address.getScheme());
        if (local) {
            copy.check(Path.of(address));
        }
        if (!copy.isSound()) {
            Path jar = local ? Path.of(address) : downloaded(address);
            try {
                copy.take(jar);
            } finally {
                if (!local) {
                    Files.deleteIfExists(jar);
                }
            }
            screen.line("%-11s the files were taken from %s".formatted("UI", address));
        }
        return new UserInterface.Folder(copy.files());
    }

    private Path downloaded(URI address) throws IOException {
        Files.createDirectories(cache);
        Path jar = cache.resolve(name(address) + ".jar");
        if (!Files.exists(jar)) {
            screen.line("%-11s downloading %s, once".formatted("UI", address));
            new Download(screen).bring(address, jar);
        }
        return jar;
    }

    private UiCopy copy(URI address) {
        return new UiCopy(cache.resolve(name(address)), address);
    }

    private static String name(URI address) {
        return Json.digest(address.toString()).substring(0, 16);
    }
}
