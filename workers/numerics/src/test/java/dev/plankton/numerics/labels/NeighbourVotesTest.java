package dev.plankton.numerics.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.numerics.labels.NeighbourVotes.Vote;
import dev.plankton.numerics.measures.LabelledVectors;
import org.junit.jupiter.api.Test;

/** References on a line: three of class 0 at 0, 1 and 2, four of class 1 from 3 to 6, one of class 2 at 20. */
class NeighbourVotesTest {
    private static final LabelledVectors REFERENCES = new LabelledVectors(
            new float[][] {{0}, {1}, {2}, {3}, {4}, {5}, {6}, {20}}, new int[] {0, 0, 0, 1, 1, 1, 1, 2}, 4);

    private static Vote vote(float at, int label, int most) throws InterruptedException {
        return NeighbourVotes.of(
                        REFERENCES, new LabelledVectors(new float[][] {{at}}, new int[] {label}, 4), most, () -> {})
                .getFirst();
    }

    @Test
    void theNearestVote() throws InterruptedException {
        assertThat(vote(2.4f, 1, 3)).isEqualTo(new Vote(0, 2 / 3.0)); // 2, 3, 1
        assertThat(vote(6, 1, 10)).isEqualTo(new Vote(1, 4 / 7.0)); // 2 x 4 - 1 vote
    }

    @Test
    void ofEqualVotesTheNearestDecidesAndThereIsNoMajority() throws InterruptedException {
        assertThat(vote(2.4f, 1, 4)).isEqualTo(new Vote(0, 0.5)); // 2, 3, 1, 4
        assertThat(vote(2.6f, 1, 4)).isEqualTo(new Vote(1, 0.5));
        assertThat(vote(2.6f, 1, 4).majority()).isFalse();
    }

    @Test
    void aRareClassIsNotOutvotedByNumbers() throws InterruptedException {
        assertThat(vote(0, 0, 10)).isEqualTo(new Vote(0, 3 / 5.0)); // 2 x 3 - 1 vote; of all eight, class 1 would lead
        assertThat(vote(19, 2, 10)).isEqualTo(new Vote(2, 1));
    }

    @Test
    void whereTheOwnClassHasNoReferenceNobodyVotes() throws InterruptedException {
        assertThat(vote(0, 3, 10)).isEqualTo(new Vote(Vote.NONE, 0));
    }

    @Test
    void stopsWhenCancelled() {
        assertThatThrownBy(() -> NeighbourVotes.of(
                        REFERENCES, new LabelledVectors(new float[][] {{0}}, new int[] {0}, 4), 1, () -> {
                            throw new InterruptedException("cancelled");
                        }))
                .isInstanceOf(InterruptedException.class);
    }
}
