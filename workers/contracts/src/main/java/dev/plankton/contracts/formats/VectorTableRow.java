package dev.plankton.contracts.formats;

import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The row that {@link VectorTableReader} is at; the next one overwrites it. */
final class VectorTableRow extends RecordMaterializer<VectorTableRow> {
    private final @Nullable String[] texts = new @Nullable String[VectorTableReader.TEXTS.size()];
    private final GroupConverter root;
    private float[] values = new float[64];
    private int count;
    private boolean present;
    private boolean gaps;

    /** @param schema the columns that are read */
    VectorTableRow(MessageType schema) {
        Converter[] fields = schema.getFields().stream().map(this::field).toArray(Converter[]::new);
        root = new GroupConverter() {
            @Override
            public Converter getConverter(int index) {
                return fields[index];
            }

            @Override
            public void start() {
                Arrays.fill(texts, null);
                count = 0;
                present = false;
                gaps = false;
            }

            @Override
            public void end() {
                // The row is read out before the next one starts.
            }
        };
    }

    private Converter field(Type type) {
        return type.getName().equals(VectorTableReader.VECTOR)
                ? vector(type)
                : new Text(VectorTableReader.TEXTS.indexOf(type.getName()));
    }

    /** A list may have one, two or three levels, and its values may be missing. */
    private Converter vector(Type type) {
        return type.isPrimitive() ? new Value() : new Level(type.asGroupType());
    }

    /** The text in the column that {@link VectorTableReader#TEXTS} has at this index; null if it is missing. */
    @Nullable
    String text(int index) {
        return texts[index];
    }

    /** A copy of the vector; null if it is missing. Empty if {@link #hasGaps} and nothing else is there. */
    float @Nullable [] vector() {
        return present ? Arrays.copyOf(values, count) : null;
    }

    /** Whether a value of the vector is missing. */
    boolean hasGaps() {
        return gaps;
    }

    @Override
    public VectorTableRow getCurrentRecord() {
        return this;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private final class Text extends PrimitiveConverter {
        private final int index;

        Text(int index) {
            this.index = index;
        }

        @Override
        public void addBinary(Binary value) {
            texts[index] = value.toStringUsingUTF8();
        }
    }

    private final class Value extends PrimitiveConverter {
        @Override
        public void addFloat(float value) {
            present = true;
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        @Override
        public void addDouble(double value) {
            addFloat((float) value);
        }
    }

    private final class Level extends GroupConverter {
        private final Converter inner;
        private final boolean repeated;
        private int before;

        Level(GroupType type) {
            inner = vector(type.getType(0));
            repeated = type.isRepetition(Type.Repetition.REPEATED);
        }

        @Override
        public Converter getConverter(int index) {
            return inner;
        }

        @Override
        public void start() {
            present = true;
            before = count;
        }

        @Override
        public void end() {
            gaps |= repeated && count == before;
        }
    }
}
