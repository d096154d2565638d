package dev.plankton.steps.pca;

import dev.plankton.contracts.formats.EmbeddingTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Chooses the images that the film shows. */
final class ImageChoice {
    private ImageChoice() {}

    /** At most {@code perClass} rows of each class, drawn at random; the same seed draws the same ones. */
    static EmbeddingTable perClass(EmbeddingTable table, int perClass, long seed) {
        Set<Integer> chosen = new HashSet<>();
        for (int label = 0; label < table.classes().size(); label++) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < table.size(); row++) {
                if (table.labels()[row] == label) {
                    rows.add(row);
                }
            }
            // Each class has its own generator: adding or removing a class does not change the choice in the others.
            String name = table.classes().get(label);
            Collections.shuffle(rows, new Random(31 * seed + name.hashCode()));
            chosen.addAll(rows.subList(0, Math.min(perClass, rows.size())));
        }
        return table.select(chosen::contains);
    }
}
