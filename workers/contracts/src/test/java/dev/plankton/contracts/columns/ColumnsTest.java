package dev.plankton.contracts.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns hold what was put into them, whatever its length. */
class ColumnsTest {
    private final Random random = new Random(20261130);

    @Test
    void textsOfAllLengthsComeBack() {
        List<String> texts = new ArrayList<>(List.of("", "a", "größe mit Ωmega", ""));
        for (int i = 0; i < 3000; i++) {
            texts.add("x".repeat(random.nextInt(1000)) + i);
        }
        texts.add("long".repeat(1 << 20));
        texts.add("");
        texts.add("after a text that is longer than a block");
        TextColumn column = new TextColumn();
        NameColumn names = new NameColumn();
        texts.forEach(text -> {
            column.add(text);
            names.add(text);
        });
        assertThat(column).isEqualTo(texts);
        assertThat(names).isEqualTo(texts);
        assertThatThrownBy(() -> column.get(texts.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void findsEveryDigestAndNoOther() {
        TextColumn digests = new TextColumn();
        DigestIndex index = new DigestIndex(digests);
        for (int i = 0; i < 5000; i++) {
            assertThat(index.find(Json.digest("image", "" + i))).isEqualTo(DigestIndex.ABSENT);
            digests.add(Json.digest("image", "" + i));
            index.grow();
            int earlier = random.nextInt(i + 1);
            assertThat(index.find(Json.digest("image", "" + earlier))).isEqualTo(earlier);
        }
        assertThat(new DigestIndex(digests).find(Json.digest("image", "4999"))).isEqualTo(4999);
    }

    @Test
    void numbersComeBack() {
        IntColumn column = new IntColumn();
        random.ints(1000).forEach(column::add);
        assertThat(IntStream.range(0, column.size()).map(column::get).toArray())
                .isEqualTo(new Random(20261130).ints(1000).toArray());
        assertThatThrownBy(() -> column.get(1000)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
