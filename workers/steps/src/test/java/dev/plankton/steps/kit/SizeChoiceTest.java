package dev.plankton.steps.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.contracts.formats.Split;
import dev.plankton.network.classifier.SizeFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Two classes of 100 training and 50 validation images, on which the embedding is right in most cases. */
class SizeChoiceTest {
    private static final int IMAGES = 300;
    private static final int DIMENSIONS = 4;

    private final EmbeddingTable table = table();

    private static EmbeddingTable table() {
        Random random = new Random(2);
        List<String> keys = new ArrayList<>();
        int[] labels = new int[IMAGES];
        Split[] splits = new Split[IMAGES];
        float[][] vectors = new float[IMAGES][DIMENSIONS];
        for (int i = 0; i < IMAGES; i++) {
            keys.add("%064x".formatted(i));
            labels[i] = i % 2;
            splits[i] = i < 200 ? Split.TRAIN : Split.VALIDATION;
            for (int d = 0; d < DIMENSIONS; d++) {
                vectors[i][d] = (float) (random.nextGaussian() * 0.2) + (d == 0 ? 0.35f * labels[i] : 0);
            }
        }
        return new EmbeddingTable(keys, List.of("large", "small"), labels, splits, vectors);
    }

    private ImageSizes sizes(IntUnaryOperator longerSide) {
        return ImageSizes.inPixels(dataset(longerSide));
    }

    private DatasetManifest dataset(IntUnaryOperator longerSide) {
        List<DatasetManifest.Image> images = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            int side = longerSide.applyAsInt(i);
            images.add(new DatasetManifest.Image(
                    table.images().get(i), i + ".png", table.labels()[i], table.splits()[i], 1, side, 0));
        }
        return new DatasetManifest("drawn", 40, table.classes(), images, List.of(), List.of());
    }

    @Test
    void aSizeThatTellsTheClassesApartCounts() {
        SizeChoice choice = SizeChoice.of(table, sizes(i -> (i % 2 == 0 ? 400 : 40) + i % 7));

        assertThat(choice.accuracyWithout()).isBetween(0.6, 0.9);
        assertThat(choice.accuracy()).isGreaterThan(choice.accuracyWithout() + 0.05);
        assertThat(choice.size().weight()).isGreaterThan(0.1f);
    }

    @Test
    void aSizeThatSaysNothingCountsAsLittleAsCanBe() {
        SizeChoice choice = SizeChoice.of(table, sizes(i -> 40));

        assertThat(choice.accuracy()).isEqualTo(choice.accuracyWithout());
        assertThat(choice.size().weight()).isEqualTo(0.05f);
    }

    @Test
    void rowsKeepTheirPlaceAndGetTheSizeOfTheirOwnImage() {
        SizeFeature size = new SizeFeature(SizeUnit.PIXELS, 0, 1, 1);
        EmbeddingTable some = table.select(row -> row % 3 == 1);

        EmbeddingTable sized = SizedVectors.of(size, some, sizes(i -> 1 << (i % 8)));

        for (int row = 0; row < some.size(); row++) {
            int image = 3 * row + 1;
            assertThat(sized.vectors()[row]).hasSize(DIMENSIONS + 1).startsWith(table.vectors()[image]);
            assertThat(sized.vectors()[row][DIMENSIONS]).isEqualTo(image % 8);
        }
        assertThat(sized.images()).isEqualTo(some.images());
    }
}
