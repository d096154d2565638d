package dev.plankton.steps.groups;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.tasks.GroupsTask;
import dev.plankton.engine.step.StepContext;
import dev.plankton.numerics.linkage.Cut;
import dev.plankton.numerics.linkage.CutChoice;
import dev.plankton.numerics.linkage.Linkage;
import dev.plankton.numerics.linkage.WardLinkage;
import dev.plankton.numerics.measures.SampledGroups;
import dev.plankton.numerics.selection.Selection;
import dev.plankton.steps.kit.Figures;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which images belong together.
 *
 * @param groups for each image its group, from 0 on, or {@link SampledGroups#NONE}; groups may have any size
 * @param sampled how many images were clustered
 * @param cut where the hierarchy was cut, if the model's validation images decided that
 */
@SuppressWarnings("ArrayRecordComponent") // a column of plain numbers
record Grouping(int[] groups, int sampled, Optional<CutChoice> cut) {
    /** Ward's linkage needs 145 MB for so many. */
    static final int MOST_CLUSTERED = 6000;

    /**
     * Groups images. Of more than {@code most}, so many drawn by the seed are clustered, and the others join their groups.
     *
     * @param vectors embeddings, shape images x dimensions
     * @param learnt embeddings of the images that the model was made of
     * @throws BadInputException if the cut must be chosen and the model has too few validation images for that
     */
    static Grouping of(float[][] vectors, EmbeddingTable learnt, GroupsTask.Input input, int most, StepContext context)
            throws InterruptedException {
        if (vectors.length < 2) {
            return new Grouping(new int[vectors.length], vectors.length, Optional.empty());
        }
        int[] sample =
                EmbeddingTable.draw(vectors.length, most, input.seed()).stream().toArray();
        Optional<CutChoice> choice = input.groups().isPresent()
                ? Optional.empty()
                : Optional.of(chosen(learnt, input.seed(), most, context));
        context.log("clustering %,d images".formatted(sample.length));
        Linkage linkage = WardLinkage.of(Selection.rows(vectors, sample), context::checkCancelled);
        int[] groups = choice.map(cut -> Cut.atSpread(linkage, cut.spread()))
                .orElseGet(() -> Cut.into(linkage, input.groups().orElseThrow()));
        return new Grouping(
                SampledGroups.extend(vectors, sample, groups, context::checkCancelled), sample.length, choice);
    }

    private static CutChoice chosen(EmbeddingTable learnt, long seed, int most, StepContext context)
            throws InterruptedException {
        EmbeddingTable validation = learnt.only(Split.VALIDATION).sample(most, seed);
        long classes = IntStream.of(validation.labels()).distinct().count();
        if (classes < 2) {
            throw new BadInputException(
                    "The model has validation images of %s, but at least 2 are needed to find where to part groups; set groups to a number of groups."
                            .formatted(Figures.counted(classes, "class", "classes")));
        }
        context.log("clustering %,d validation images".formatted(validation.size()));
        return CutChoice.of(
                WardLinkage.of(validation.vectors(), context::checkCancelled),
                validation.labels(),
                validation.classes().size());
    }
}
