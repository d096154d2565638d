package dev.plankton.steps.groups;

import dev.plankton.numerics.measures.Centroids;
import dev.plankton.numerics.measures.LabelledVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Images that look alike.
 *
 * @param name provisional
 * @param members the most central one first
 * @param nearest the known class with the nearest centre
 */
record Group(String name, List<Member> members, KnownClasses.Nearest nearest) {

    /**
     * An image in a group.
     *
     * @param image its place among the new images
     * @param distance to the centre of the group, the mean of its images
     */
    record Member(int image, double distance) {}

    Group {
        members = List.copyOf(members);
    }

    double meanDistance() {
        return members.stream().mapToDouble(Member::distance).average().orElseThrow();
    }

    /**
     * The groups that are large enough, the largest first; of equally large ones the one with the first image.
     *
     * @param images the places of the grouped images among all, ascending
     * @param vectors embeddings of all images
     * @param groups the group of each of the grouped images, below 0 for none
     */
    static List<Group> of(int[] images, float[][] vectors, int[] groups, int minimum, KnownClasses classes) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < images.length; i++) {
            if (groups[i] >= 0) {
                members.computeIfAbsent(groups[i], group -> new ArrayList<>()).add(images[i]);
            }
        }
        List<List<Integer>> large = members.values().stream()
                .filter(group -> group.size() >= minimum)
                .sorted(Comparator.comparingInt((List<Integer> group) -> -group.size())
                        .thenComparing(List::getFirst))
                .toList();
        return IntStream.range(0, large.size())
                .mapToObj(number -> of("group_%03d".formatted(number + 1), large.get(number), vectors, classes))
                .toList();
    }

    private static Group of(String name, List<Integer> images, float[][] vectors, KnownClasses classes) {
        LabelledVectors one = new LabelledVectors(
                images.stream().map(image -> vectors[image]).toArray(float[][]::new), new int[images.size()], 1);
        Centroids centre = Centroids.of(one);
        double[] distances = centre.distancesToOwn(one);
        return new Group(
                name,
                IntStream.range(0, distances.length)
                        .mapToObj(i -> new Member(images.get(i), distances[i]))
                        .sorted(Comparator.comparingDouble(Member::distance).thenComparing(Member::image))
                        .toList(),
                classes.nearest(centre.vectors()).getFirst());
    }
}
