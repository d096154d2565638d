package dev.plankton.weights;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Writes a model as the TensorFlow.js converter does, and as the npm package nsfwjs wraps it. */
final class TensorFlowJsFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Not a multiple of the size of a number, so that some numbers are divided between two files. */
    private static final int FILE_BYTES = (4 << 20) + 1;

    private static final String WRAPPER = "!function(a){if(\"object\"==typeof exports&&\"undefined\"!=typeof module)"
            + "module.exports=a();else(\"undefined\"!=typeof window?window:this).model=a()}(function(){var c=i[o]="
            + "{exports:{}};return t}({1:[function(a,n,i){n.exports=%s},{}]},{},[1])(1)});";

    private TensorFlowJsFiles() {}

    static void write(Path folder, KerasModel model, Encoding encoding) throws IOException {
        Files.createDirectories(folder);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", "layers-model")
                .putObject("modelTopology")
                .put("trainable", false)
                .put("use", true)
                .putNull("seed");
        ObjectNode group = json.putArray("weightsManifest").addObject();
        ArrayNode paths = group.putArray("paths");
        ArrayNode weights = group.putArray("weights");
        model.tensors().forEach((name, part) -> {
            content.writeBytes(encoded(part, encoding));
            describe(weights.addObject().put("name", name), part, encoding);
        });
        byte[] all = content.toByteArray();
        int files = Math.ceilDiv(all.length, FILE_BYTES);
        for (int i = 0; i < files; i++) {
            String path = "group1-shard%dof%d".formatted(i + 1, files);
            paths.add(path);
            int start = i * FILE_BYTES;
            Files.write(folder.resolve(path), Arrays.copyOfRange(all, start, Math.min(all.length, start + FILE_BYTES)));
        }
        MAPPER.writeValue(folder.resolve("model.json").toFile(), json);
    }

    private static void describe(ObjectNode weight, KerasModel.Part part, Encoding encoding) {
        weight.put("dtype", "float32").putPOJO("shape", part.shape());
        if (encoding != Encoding.FLOAT32) {
            ObjectNode quantization = weight.putObject("quantization");
            quantization.put("dtype", encoding.name().toLowerCase(Locale.ROOT));
            if (encoding != Encoding.FLOAT16) {
                quantization
                        .put("min", part.values().min())
                        .put("scale", part.values().scale());
            }
        }
    }

    private static byte[] encoded(KerasModel.Part part, Encoding encoding) {
        byte[] stored = part.values().stored();
        float[] values = part.values().values();
        ByteBuffer bytes = ByteBuffer.allocate(stored.length * encoding.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < stored.length; i++) {
            switch (encoding) {
                case FLOAT32 -> bytes.putFloat(values[i]);
                case FLOAT16 -> bytes.putShort(Float.floatToFloat16(values[i]));
                case UINT16 -> bytes.putShort((short) (stored[i] & 0xFF));
                case UINT8 -> bytes.put(stored[i]);
            }
        }
        return bytes.array();
    }

    /** Wraps each file of the folder into a script, in another folder. */
    static void wrap(Path folder, Path scripts) throws IOException {
        Files.createDirectories(scripts);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                byte[] content = Files.readAllBytes(file);
                boolean model = name.equals("model.json");
                String exported =
                        model ? literal(content) : "\"" + Base64.getEncoder().encodeToString(content) + "\"";
                Files.writeString(scripts.resolve((model ? "model" : name) + ".min.js"), WRAPPER.formatted(exported));
            }
        }
    }

    /** JSON as a minifier writes it. */
    private static String literal(byte[] json) {
        return new String(json, StandardCharsets.UTF_8)
                .replaceAll("\"(\\w+)\":", "$1:")
                .replace(":false", ":!1")
                .replace(":true", ":!0")
                .replaceAll("(?<![\\d.])0\\.", ".");
    }
}
