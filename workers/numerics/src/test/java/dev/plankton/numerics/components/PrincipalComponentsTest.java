package dev.plankton.numerics.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PrincipalComponentsTest {
    private static final Offset<Double> NEAR = within(1e-9);

    @Test
    void agreesWithScikitLearn() throws IOException {
        List<String> lines = lines();
        float[][] vectors = new float[60][12];
        for (int row = 0; row < 60; row++) {
            double[] values = numbers(lines.get(1 + row));
            for (int i = 0; i < 12; i++) {
                vectors[row][i] = (float) values[i];
            }
        }

        PrincipalComponents components = PrincipalComponents.fit(vectors, 3);

        assertThat(components.explained()).containsExactly(numbers(lines.get(62)), NEAR);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(components.axes()[axis]).containsExactly(numbers(lines.get(64 + axis)), NEAR);
        }
        double[][] coordinates = components.project(vectors);
        for (int row = 0; row < 5; row++) {
            assertThat(coordinates[row]).containsExactly(numbers(lines.get(68 + row)), NEAR);
        }
    }

    @Test
    void aCollapsedEmbeddingExplainsNothing() {
        float[][] equal = new float[5][4];

        PrincipalComponents components = PrincipalComponents.fit(equal, 3);

        assertThat(components.explained()).containsOnly(0);
        assertThat(components.project(equal)[0]).containsOnly(0);
    }

    @Test
    void twoDimensionsLeaveTheThirdAxisEmpty() {
        float[][] line = {{0, 0}, {1, 2}, {2, 4}};

        PrincipalComponents components = PrincipalComponents.fit(line, 3);

        assertThat(components.explained()[0]).isCloseTo(1, NEAR);
        assertThat(components.project(line)[2]).containsExactly(new double[] {Math.sqrt(5), 0, 0}, NEAR);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = PrincipalComponentsTest.class.getResourceAsStream("pca.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
