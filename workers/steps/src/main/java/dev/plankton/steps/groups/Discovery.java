package dev.plankton.steps.groups;

import dev.plankton.steps.groups.Group.Member;
import dev.plankton.steps.newimages.LabelledNeighbours;
import dev.plankton.steps.newimages.NewImages;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The new images, and the groups among them. Images with the same bytes count once.
 *
 * @param vectors embeddings of all new images, in their order
 * @param taken the places of the images that groups were looked for among, ascending
 * @param groups the largest first
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays, as the numerics take them
record Discovery(
        NewImages images,
        float[][] vectors,
        LabelledNeighbours neighbours,
        int[] taken,
        Grouping grouping,
        List<Group> groups) {
    /** What stands in the place of a group's name for an image that is in none. */
    static final String SINGLE = "single";

    /**
     * One of the images that groups were looked for among.
     *
     * @param group name of its group, or {@link #SINGLE}
     * @param distance to the centre of the group; empty for a single image
     */
    record Placed(int image, String group, Optional<Double> distance) {}

    Discovery {
        groups = List.copyOf(groups);
    }

    int far() {
        return (int) IntStream.range(0, vectors.length).filter(neighbours::far).count();
    }

    int grouped() {
        return groups.stream().mapToInt(group -> group.members().size()).sum();
    }

    /** How many images were not clustered, and were too far from all clusters to join one. */
    int apart() {
        return (int) Arrays.stream(grouping.groups()).filter(group -> group < 0).count();
    }

    /** Group by group, the most central image first; then the single images. */
    List<Placed> placed() {
        BitSet grouped = new BitSet();
        groups.forEach(group -> group.members().forEach(member -> grouped.set(member.image())));
        Stream<Placed> inGroups = groups.stream()
                .flatMap(group -> group.members().stream()
                        .map((Member member) ->
                                new Placed(member.image(), group.name(), Optional.of(member.distance()))));
        Stream<Placed> single = IntStream.of(taken)
                .filter(image -> !grouped.get(image))
                .mapToObj(image -> new Placed(image, SINGLE, Optional.empty()));
        return Stream.concat(inGroups, single).toList();
    }
}
