package dev.plankton.numerics.labels;

import dev.plankton.numerics.CancelCheck;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.NearestNeighbours;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The classes of the images nearest to others, as votes. */
public final class NeighbourVotes {
    private static final int BETWEEN_CHECKS = 1_000;

    private NeighbourVotes() {}

    /**
     * What the neighbours of an image say.
     *
     * @param label the class of most neighbours, of equally frequent classes the nearest; {@link #NONE} if nobody votes
     * @param share of the neighbours that are of this class, 0 to 1
     */
    public record Vote(int label, double share) {
        public static final int NONE = -1;

        /** Whether more than half of the neighbours say so. */
        public boolean majority() {
            return share > 0.5;
        }
    }

    /**
     * Lets the nearest references of each image vote. Of an image whose class has m references, only the nearest 2m - 1
     * vote: among more, m images of a rare class would be outvoted however near they are.
     *
     * @param images with the classes that they were given
     * @param most how many vote at most
     */
    public static List<Vote> of(LabelledVectors references, LabelledVectors images, int most, CancelCheck cancel)
            throws InterruptedException {
        NearestNeighbours search = new NearestNeighbours(references, most);
        int[] ofClass = references.counts();
        List<Vote> votes = new ArrayList<>(images.size());
        for (int from = 0; from < images.size(); from += BETWEEN_CHECKS) {
            cancel.check();
            int to = Math.min(images.size(), from + BETWEEN_CHECKS);
            List<List<Neighbour>> nearest = search.of(Arrays.copyOfRange(images.vectors(), from, to));
            for (int row = from; row < to; row++) {
                List<Neighbour> its = nearest.get(row - from);
                int voters = Math.clamp(2L * ofClass[images.labels()[row]] - 1, 0, its.size());
                votes.add(vote(its.subList(0, voters), references));
            }
        }
        return votes;
    }

    private static Vote vote(List<Neighbour> voters, LabelledVectors references) {
        if (voters.isEmpty()) {
            return new Vote(Vote.NONE, 0);
        }
        int[] labels = voters.stream()
                .mapToInt(voter -> references.labels()[voter.row()])
                .toArray();
        int label = NearestNeighbours.mostFrequent(labels, references.classes());
        return new Vote(
                label, IntStream.of(labels).filter(other -> other == label).count() / (double) labels.length);
    }
}
