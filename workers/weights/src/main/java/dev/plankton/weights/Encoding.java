package dev.plankton.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How TensorFlow.js stores the values of a tensor, in little-endian order; a whole number q means min + q x scale. */
enum Encoding {
    FLOAT32(Float.BYTES) {
        @Override
        double value(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    FLOAT16(Short.BYTES) {
        @Override
        double value(ByteBuffer bytes) {
            return Float.float16ToFloat(bytes.getShort());
        }
    },
    UINT16(Short.BYTES) {
        @Override
        double value(ByteBuffer bytes) {
            return bytes.getShort() & 0xFFFF;
        }
    },
    UINT8(Byte.BYTES) {
        @Override
        double value(ByteBuffer bytes) {
            return bytes.get() & 0xFF;
        }
    };

    private final int bytes;

    Encoding(int bytes) {
        this.bytes = bytes;
    }

    abstract double value(ByteBuffer bytes);

    /** Number of bytes of one value. */
    int bytes() {
        return bytes;
    }

    /** @return null if no encoding has that name */
    static @Nullable Encoding named(String name) {
        for (Encoding encoding : values()) {
            if (encoding.name().toLowerCase(Locale.ROOT).equals(name)) {
                return encoding;
            }
        }
        return null;
    }

    /** Decodes values in double precision and then rounds them, as TensorFlow.js does. */
    float[] decode(byte[] content, int offset, int values, double min, double scale) {
        ByteBuffer from =
                ByteBuffer.wrap(content, offset, values * bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
        float[] decoded = new float[values];
        for (int i = 0; i < values; i++) {
            decoded[i] = (float) (value(from) * scale + min);
        }
        return decoded;
    }
}
