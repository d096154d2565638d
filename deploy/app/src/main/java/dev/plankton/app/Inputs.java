package dev.plankton.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.inputs.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a workflow's input from a file and from {@code key=value} words. */
final class Inputs {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Inputs() {}

    /** The values of the file, overridden by those of the words. */
    static Map<String, Object> parse(@Nullable Path file, List<String> words) throws IOException, Trouble {
        Map<String, Object> inputs = new LinkedHashMap<>();
        if (file != null) {
            inputs.putAll(read(file));
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new Trouble("'%s' is not of the form key=value.".formatted(word));
            }
            String key = word.substring(0, equals);
            String text = word.substring(equals + 1);
            Object value = value(text);
            inputs.put(key, value instanceof String || !isText(key) ? value : text);
        }
        return inputs;
    }

    /** Whether an input is text in every workflow that has it: a dataset may be called 2025.10 or true. */
    private static boolean isText(String key) {
        List<Setting> settings = Schema.named(key).toList();
        return !settings.isEmpty() && settings.stream().allMatch(setting -> setting.type() instanceof ValueType.Text);
    }

    private static Map<String, Object> read(Path file) throws IOException, Trouble {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no file %s.".formatted(file));
        }
        try {
            return MAPPER.readValue(Files.readString(file), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new Trouble("%s does not hold a JSON object: %s".formatted(file, e.getOriginalMessage()));
        }
    }

    private static Object value(String text) {
        try {
            Object value = MAPPER.readValue(text, Object.class);
            return value == null ? text : value;
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
