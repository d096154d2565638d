package dev.plankton.relations;

import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;

/**
 * Finds pairs of test images that differ in the same way under the best checkpoint, as king - man = queen - woman
 * (SPEC 8).
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of its best checkpoint, and from the {@link DatasetManifest}'s
 * shards the images to show. Writes a {@link ReportSection} with a picture of each relation and a table of all.
 * Idempotent because the search is exact and the choice of images depends on the seed alone.
 *
 * <p>Largest limitation: time and memory. 4,000 images (8 million differences) of a trained network took one to three minutes on two
 * cores and 1.2 GB. Embeddings without any structure, or with classes that have all but shrunk to points, take far longer: no
 * difference is then much nearer to another than many are. Of more than relationsMaxImages a random choice is searched.
 */
public final class RelationsStep implements Step<RelationsInput, RelationsOutput> {

    @Override
    public String taskType() {
        return "plankton_relations";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<RelationsInput> inputType() {
        return RelationsInput.class;
    }

    @Override
    public Class<RelationsOutput> outputType() {
        return RelationsOutput.class;
    }

    @Override
    public RelationsOutput run(RelationsInput input, StepContext context) throws IOException, InterruptedException {
        EmbeddingsManifest manifest = context.artifacts().fetchJson(input.embeddings(), EmbeddingsManifest.class);
        EmbeddingsManifest.Exported best = manifest.checkpoints().get(manifest.best());
        EmbeddingTable test =
                EmbeddingFile.read(context.artifacts().fetch(best.embeddings())).only(Split.TEST);
        EmbeddingTable images = test.sample(input.relationsMaxImages(), input.seed());
        context.log("comparing the differences of %d test images under %s"
                .formatted(images.size(), manifest.bestInWords()));
        RelationSearch.Found found = RelationSearch.search(
                images.vectors(),
                images.labels(),
                input.relationsWithinClass(),
                input.relationsEpsilon(),
                input.relationsBest(),
                context::checkCancelled);

        DatasetManifest dataset = context.artifacts().fetchJson(manifest.dataset(), DatasetManifest.class);
        try (DatasetImages pictures = new DatasetImages(dataset, context.artifacts())) {
            Results results = new Results(input, best, manifest.bestInWords(), test.size(), images, found);
            RelationsSection section = new RelationsSection(results, pictures, context);
            return new RelationsOutput(
                    context.artifacts().publishJson("report-section", section.write()),
                    found.apart().size());
        }
    }
}
