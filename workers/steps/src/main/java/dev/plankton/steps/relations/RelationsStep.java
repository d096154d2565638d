package dev.plankton.steps.relations;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.tasks.RelationsTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.numerics.relations.RelationSearch;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.BestEmbeddings;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;

/**
 * Finds pairs of test images that differ in the same way under the best checkpoint, like king - man = queen - woman for
 * words (SPEC 8).
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of its best checkpoint, and the images to show from the
 * {@link DatasetManifest}'s shards. Writes a {@link ReportSection} with a picture of each relation and a table of all.
 * Idempotent because the search is exact and the choice of images depends on the seed alone.
 *
 * <p>Largest limitation: time and memory. 4,000 images (8 million differences) of a trained network took one to three
 * minutes on two cores and 1.2 GB. Embeddings without any structure, or with classes that have almost shrunk to points,
 * take far longer, because then many differences are about equally near to each other. If there are more than
 * relationsMaxImages test images, a random sample is searched.
 */
public final class RelationsStep implements Step<RelationsTask.Input, RelationsTask.Output> {

    @Override
    public TaskType<RelationsTask.Input, RelationsTask.Output> type() {
        return RelationsTask.TYPE;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public RelationsTask.Output run(RelationsTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        BestEmbeddings best = BestEmbeddings.read(input.embeddings(), context);
        EmbeddingTable test = best.test();
        String which = best.manifest().bestInWords();
        EmbeddingTable images = test.sample(input.relationsMaxImages(), input.seed());
        context.log("comparing the differences of %d test images under %s".formatted(images.size(), which));
        RelationSearch.Found found = RelationSearch.search(
                images.vectors(),
                images.labels(),
                input.relationsWithinClass(),
                input.relationsEpsilon(),
                input.relationsBest(),
                context::checkCancelled);

        try (DatasetImages pictures = best.images(context)) {
            Results results = new Results(input, best.checkpoint(), which, test.size(), images, found);
            RelationsSection section = new RelationsSection(results, pictures, new SectionFiles(context));
            return new RelationsTask.Output(
                    context.artifacts().publishJson("report-section", section.write()),
                    found.apart().size());
        }
    }
}
