package dev.plankton.contracts.columns;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list of texts that only grows, held as UTF-8 in blocks of bytes: 8 bytes for each text besides its own. Not
 * thread-safe while it grows.
 */
public final class TextColumn extends AbstractList<String> implements RandomAccess {
    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int INITIAL = 16;

    private final List<byte[]> blocks = new ArrayList<>();
    private final IntColumn ends = new IntColumn();
    private final IntColumn blockOf = new IntColumn();
    private byte[] open = new byte[INITIAL];
    private int used;

    public TextColumn() {
        blocks.add(open);
    }

    @Override
    public boolean add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > Math.max(BLOCK, open.length)) {
            blocks.set(blocks.size() - 1, Arrays.copyOf(open, used));
            open = new byte[Math.max(INITIAL, bytes.length)];
            blocks.add(open);
            used = 0;
        } else if (used + bytes.length > open.length) {
            open = Arrays.copyOf(open, Math.min(BLOCK, Math.max(2 * open.length, used + bytes.length)));
            blocks.set(blocks.size() - 1, open);
        }
        System.arraycopy(bytes, 0, open, used, bytes.length);
        used += bytes.length;
        ends.add(used);
        blockOf.add(blocks.size() - 1);
        return true;
    }

    @Override
    public String get(int index) {
        int block = blockOf.get(index);
        int start = index > 0 && blockOf.get(index - 1) == block ? ends.get(index - 1) : 0;
        return new String(blocks.get(block), start, ends.get(index) - start, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return ends.size();
    }
}
