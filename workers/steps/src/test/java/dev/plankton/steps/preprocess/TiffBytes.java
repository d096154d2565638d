package dev.plankton.steps.preprocess;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFF files with any tags, also wrong ones: one uncompressed strip of little-endian samples for each page. */
final class TiffBytes {
    private final boolean big;
    private final Map<Integer, Value> values = new TreeMap<>();
    private byte[] strip = new byte[0];
    private int pages = 1;

    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Value(int type, byte[] bytes) {}

    private TiffBytes(boolean big) {
        this.big = big;
    }

    static TiffBytes grey(int width, int height, int bits) {
        return new TiffBytes(false).image(width, height, bits);
    }

    static TiffBytes bigGrey(int width, int height, int bits) {
        return new TiffBytes(true).image(width, height, bits);
    }

    private TiffBytes image(int width, int height, int bits) {
        return longs(256, width)
                .longs(257, height)
                .shorts(258, bits)
                .shorts(259, 1)
                .shorts(262, 1)
                .shorts(277, 1);
    }

    TiffBytes shorts(int tag, int... numbers) {
        ByteBuffer buffer = little(2 * numbers.length);
        for (int number : numbers) {
            buffer.putShort((short) number);
        }
        return value(tag, 3, buffer.array());
    }

    TiffBytes longs(int tag, long... numbers) {
        ByteBuffer buffer = little(4 * numbers.length);
        for (long number : numbers) {
            buffer.putInt((int) number);
        }
        return value(tag, 4, buffer.array());
    }

    TiffBytes text(int tag, String text) {
        return value(tag, 2, (text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    TiffBytes value(int tag, int type, byte[] bytes) {
        values.put(tag, new Value(type, bytes));
        return this;
    }

    TiffBytes samples16(int... samples) {
        ByteBuffer buffer = little(2 * samples.length);
        for (int sample : samples) {
            buffer.putShort((short) sample);
        }
        return strip(buffer.array());
    }

    TiffBytes strip(byte... bytes) {
        strip = bytes;
        return longs(273, big ? 16 : 8).longs(279, bytes.length);
    }

    /** Repeats the page. */
    TiffBytes pages(int count) {
        pages = count;
        return this;
    }

    byte[] bytes() {
        int header = big ? 16 : 8;
        int entry = big ? 20 : 12;
        int inline = big ? 8 : 4;
        int directory = (big ? 8 : 2) + values.size() * entry + inline;
        int data = header + strip.length + pages * directory;
        int size = data
                + values.values().stream()
                        .mapToInt(value -> value.bytes().length)
                        .sum();
        ByteBuffer out = little(size).put((byte) 'I').put((byte) 'I');
        offset(
                big ? out.putShort((short) 43).putShort((short) 8).putShort((short) 0) : out.putShort((short) 42),
                header + strip.length);
        out.put(strip);
        for (int page = 1; page <= pages; page++) {
            int at = data;
            if (big) {
                out.putLong(values.size());
            } else {
                out.putShort((short) values.size());
            }
            for (Map.Entry<Integer, Value> tag : values.entrySet()) {
                int type = tag.getValue().type();
                byte[] bytes = tag.getValue().bytes();
                out.putShort(tag.getKey().shortValue()).putShort((short) type);
                offset(out, bytes.length / TiffDirectory.Tag.bytes(type));
                if (bytes.length <= inline) {
                    out.put(bytes).put(new byte[inline - bytes.length]);
                } else {
                    offset(out, at);
                    out.put(at, bytes);
                    at += bytes.length;
                }
            }
            offset(out, page == pages ? 0 : out.position() + inline);
        }
        return out.array();
    }

    private void offset(ByteBuffer out, long number) {
        if (big) {
            out.putLong(number);
        } else {
            out.putInt((int) number);
        }
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
