package dev.plankton.local.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One YAML document.
 *
 * @param origin where it stands, for messages
 */
record Manifest(String origin, JsonNode content) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Every document of a text. A key that stands twice is an error. */
    static List<Manifest> parse(String origin, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Iterable<Object> documents = new Yaml(new SafeConstructor(options)).loadAll(text);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> new Manifest(origin, MAPPER.valueToTree(document)))
                .toList();
    }

    static List<Manifest> read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    String kind() {
        return content.path("kind").asText();
    }

    String name() {
        return content.path("metadata").path("name").asText();
    }

    /** API version and kind, such as {@code apps/v1 Deployment}. */
    String type() {
        return "%s %s".formatted(content.path("apiVersion").asText(), kind());
    }

    @Override
    public String toString() {
        return "%s %s in %s".formatted(kind(), name(), origin);
    }
}
