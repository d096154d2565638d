package dev.plankton.network.pytorch;

import dev.plankton.network.architecture.Architecture;
import dev.plankton.network.architecture.BackboneNode;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Parameters;
import dev.plankton.network.architecture.Section;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The shapes of a section's parameters; see {@link Parameters}. */
final class SectionShapes {
    private SectionShapes() {}

    /** The parameters that gradient descent changes, by name. */
    static Map<String, long[]> trained(Section section) {
        NetworkSettings network = section.network();
        Map<String, Architecture.Shape> images = network.architecture().shapes(network.side());
        Map<String, long[]> shapes = new TreeMap<>();
        for (BackboneNode node : section.nodes()) {
            if (node instanceof BackboneNode.Convolution c) {
                long channels = Objects.requireNonNull(images.get(c.input())).channels();
                shapes.put(
                        Parameters.name(c.name(), Parameters.WEIGHTS),
                        new long[] {c.filters(), channels, c.kernelHeight(), c.kernelWidth()});
                shapes.put(Parameters.name(c.name(), Parameters.SHIFT), new long[] {c.filters()});
            }
        }
        if (section.embedding()) {
            long dimensions = network.dimensions();
            shapes.put(
                    Parameters.name(Parameters.EMBEDDING, Parameters.WEIGHTS),
                    new long[] {dimensions, network.featureCount()});
            shapes.put(Parameters.name(Parameters.EMBEDDING, Parameters.BIAS), new long[] {dimensions});
        }
        return shapes;
    }

    /** The running means and variances, by name. */
    static Map<String, long[]> statistics(Section section) {
        Map<String, long[]> shapes = new TreeMap<>();
        for (BackboneNode node : section.nodes()) {
            if (node instanceof BackboneNode.Convolution c) {
                shapes.put(Parameters.name(c.name(), Parameters.MEAN), new long[] {c.filters()});
                shapes.put(Parameters.name(c.name(), Parameters.VARIANCE), new long[] {c.filters()});
            }
        }
        return shapes;
    }
}
