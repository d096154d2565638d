package dev.plankton.steps.dendrogram;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.tasks.DendrogramTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.numerics.linkage.Linkage;
import dev.plankton.numerics.linkage.Tree;
import dev.plankton.numerics.linkage.WardLinkage;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.BestEmbeddings;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.util.List;

/**
 * Clusters the test images by their embeddings under the best checkpoint with Ward's method, and shows the upper part
 * of the tree (SPEC 9).
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of its best checkpoint, and the example images from the
 * {@link DatasetManifest}'s shards. Writes a {@link ReportSection} with its pictures and tables. Idempotent because
 * only the choice of images is random, and it depends on the seed alone.
 *
 * <p>Largest limitation: memory grows with the square of the number of images (145 MB for {@value #MOST_IMAGES}); if
 * there are more, a random sample of them is clustered.
 */
public final class DendrogramStep implements Step<DendrogramTask.Input, DendrogramTask.Output> {
    static final int MOST_IMAGES = 6000;

    @Override
    public TaskType<DendrogramTask.Input, DendrogramTask.Output> type() {
        return DendrogramTask.TYPE;
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public DendrogramTask.Output run(DendrogramTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        BestEmbeddings best = BestEmbeddings.read(input.embeddings(), context);
        EmbeddingTable test = best.test();
        if (test.size() < 2) {
            throw new BadInputException(
                    "The dataset has %d test images, but a dendrogram needs at least 2; set testPerClass higher."
                            .formatted(test.size()));
        }
        EmbeddingTable images = test.sample(MOST_IMAGES, input.seed());
        context.log("clustering %d test images under %s"
                .formatted(images.size(), best.manifest().bestInWords()));
        Linkage linkage = WardLinkage.of(images.vectors(), context::checkCancelled);
        Tree tree = Tree.lastClusters(linkage, input.dendrogramLeaves());
        List<MainCluster> mainClusters = MainCluster.of(tree, input.dendrogramClusters());

        Clustering clustering = new Clustering(best.manifest(), test.size(), images, linkage, tree, mainClusters);
        try (DatasetImages pictures = best.images(context)) {
            DendrogramSection section = new DendrogramSection(clustering, pictures, new SectionFiles(context));
            return new DendrogramTask.Output(
                    context.artifacts().publishJson("report-section", section.write()),
                    tree.leaves().size());
        }
    }
}
