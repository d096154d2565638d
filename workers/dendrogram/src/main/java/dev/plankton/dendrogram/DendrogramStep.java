package dev.plankton.dendrogram;

import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.util.List;

/**
 * Clusters the test images by their embeddings under the best checkpoint with Ward's method, and shows the upper part of
 * the tree (SPEC 9).
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of its best checkpoint, and from the {@link DatasetManifest}'s
 * shards the example images. Writes a {@link ReportSection} with its pictures and tables. Idempotent because it draws
 * nothing at random but the choice of images, which depends on the seed alone.
 *
 * <p>Largest limitation: memory grows with the square of the number of images (145 MB for {@value #MOST_IMAGES}); beyond
 * that a random choice of them is clustered.
 */
public final class DendrogramStep implements Step<DendrogramInput, DendrogramOutput> {
    static final int MOST_IMAGES = 6000;

    @Override
    public String taskType() {
        return "plankton_dendrogram";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<DendrogramInput> inputType() {
        return DendrogramInput.class;
    }

    @Override
    public Class<DendrogramOutput> outputType() {
        return DendrogramOutput.class;
    }

    @Override
    public DendrogramOutput run(DendrogramInput input, StepContext context) throws IOException, InterruptedException {
        EmbeddingsManifest manifest = context.artifacts().fetchJson(input.embeddings(), EmbeddingsManifest.class);
        EmbeddingsManifest.Exported best = manifest.checkpoints().get(manifest.best());
        EmbeddingTable test =
                EmbeddingFile.read(context.artifacts().fetch(best.embeddings())).only(Split.TEST);
        if (test.size() < 2) {
            throw new BadInputException(
                    "The dataset has %d test images, but a dendrogram needs at least 2; set testPerClass higher."
                            .formatted(test.size()));
        }
        EmbeddingTable images = test.sample(MOST_IMAGES, input.seed());
        context.log("clustering %d test images under %s".formatted(images.size(), manifest.bestInWords()));
        Linkage linkage = WardLinkage.of(images.vectors(), context::checkCancelled);
        Tree tree = Tree.lastClusters(linkage, input.dendrogramLeaves());
        List<MainCluster> mainClusters = MainCluster.of(tree, input.dendrogramClusters());

        DatasetManifest dataset = context.artifacts().fetchJson(manifest.dataset(), DatasetManifest.class);
        try (DatasetImages pictures = new DatasetImages(dataset, context.artifacts())) {
            DendrogramSection section = new DendrogramSection(
                    new Clustering(manifest, test.size(), images, linkage, tree, mainClusters), pictures, context);
            return new DendrogramOutput(
                    context.artifacts().publishJson("report-section", section.write()),
                    tree.leaves().size());
        }
    }
}
