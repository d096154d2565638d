package dev.plankton.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of the {@code model.json} of a TensorFlow.js model that describes its weights. */
record LayersModel(List<Group> weightsManifest) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A minifier writes JSON inside a script like this.
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .build();

    /** @throws NullPointerException if there is no manifest */
    LayersModel {
        weightsManifest = List.copyOf(weightsManifest);
    }

    /**
     * Tensors whose bytes follow one another in the concatenated content of files.
     *
     * @param paths of the files, from the folder of the model
     */
    record Group(List<String> paths, List<Weight> weights) {
        Group {
            paths = List.copyOf(paths);
            weights = List.copyOf(weights);
        }
    }

    /** @param quantization null if the numbers are stored directly */
    record Weight(
            String name,
            List<Integer> shape,
            String dtype,
            @Nullable Quantization quantization) {
        private static final int MOST_VALUES = 1 << 28;

        Weight {
            Objects.requireNonNull(name);
            Objects.requireNonNull(dtype);
            shape = List.copyOf(shape);
        }

        /** How many values it has. */
        int size() {
            long size = 1;
            for (int length : shape) {
                size = length < 0 ? Long.MAX_VALUE : size * length;
                if (size > MOST_VALUES) {
                    throw new UnusableWeightsException(
                            "%s has shape %s, which is too large".formatted(Printable.text(name), shape));
                }
            }
            return (int) size;
        }

        Encoding encoding() {
            String stored = quantization == null ? dtype : quantization.dtype();
            Encoding encoding = dtype.equals("float32") ? Encoding.named(stored) : null;
            if (encoding == null || (encoding == Encoding.FLOAT32) != (quantization == null)) {
                throw new UnusableWeightsException(
                        "%s has type %s stored as %s; only float32 can be read, also if stored as float16, uint16 or uint8"
                                .formatted(Printable.text(name), Printable.text(dtype), Printable.text(stored)));
            }
            return encoding;
        }

        /** @param content of the group's files */
        float[] values(byte[] content, int offset) {
            Encoding encoding = encoding();
            if (encoding == Encoding.FLOAT32 || encoding == Encoding.FLOAT16) {
                return encoding.decode(content, offset, size(), 0, 1);
            }
            Double min = quantization == null ? null : quantization.min();
            Double scale = quantization == null ? null : quantization.scale();
            if (min == null || scale == null) {
                throw new UnusableWeightsException("%s has no min or no scale".formatted(Printable.text(name)));
            }
            return encoding.decode(content, offset, size(), min, scale);
        }
    }

    /** A value is min + q x scale, where the whole number q is stored; float16 has neither min nor scale. */
    record Quantization(
            String dtype, @Nullable Double min, @Nullable Double scale) {
        Quantization {
            Objects.requireNonNull(dtype);
        }
    }

    /** @param text begins with the model's JSON; the rest is ignored */
    static LayersModel parse(String text) {
        try {
            return Objects.requireNonNull(MAPPER.readValue(text, LayersModel.class));
        } catch (JsonProcessingException | NullPointerException e) {
            throw new UnusableWeightsException("its model.json is damaged or not from a TensorFlow.js model", e);
        }
    }
}
