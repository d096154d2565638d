package dev.plankton.local.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the image of this project says of itself. */
final class Image {
    private static final Pattern VARIABLE = Pattern.compile("(PLANKTON_[A-Z_]+)=(\\S+)");
    private static final Pattern USER = Pattern.compile("(?m)^USER (\\d+):(\\d+)$");

    private Image() {}

    /** The variables that it sets. */
    static Map<String, String> variables() throws IOException {
        return dockerfile()
                .lines()
                .filter(line -> line.startsWith("ENV "))
                .flatMap(line -> VARIABLE.matcher(line).results())
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    /** Its user; the same number names the group. */
    static long user() throws IOException {
        return USER.matcher(dockerfile())
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private static String dockerfile() throws IOException {
        return Files.readString(Path.of("..", "docker", "Dockerfile"));
    }
}
