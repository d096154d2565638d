package dev.plankton.steps.groups;

import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.tasks.GroupsTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.db.rows.DiscoveryRow;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Engines;
import dev.plankton.numerics.selection.Selection;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.SizedVectors;
import dev.plankton.steps.newimages.LabelledNeighbours;
import dev.plankton.steps.newimages.ModelEmbedding;
import dev.plankton.steps.newimages.NewImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Groups new images that plankton_classify would flag by their embeddings, so that a person can label them group by
 * group, as with MorphoCluster (Schröder, Kiko and Koch 2020; SPEC 13).
 *
 * <p>Reads the {@link ModelManifest} with its checkpoint, embeddings and classifier, and the preprocessed new images. Writes tables (CSV,
 * a TSV for EcoTaxa), contact sheets and a {@link dev.plankton.contracts.formats.ReportSection}. Idempotent because all
 * that it reads is named by its digest, and only the choice of images to cluster is random, which depends on the seed alone.
 *
 * <p>Largest limitation: the cut that makes the groups is chosen on classes that the model was trained on, whose images
 * lie closer together than those of kinds that it never saw. One such kind may become several groups.
 */
public final class GroupsStep implements Step<GroupsTask.Input, GroupsTask.Output> {
    private final Engines engines;
    private final Embedders embedders;
    private final int mostClustered;

    public GroupsStep(Engines engines, Embedders embedders) {
        this(engines, embedders, Grouping.MOST_CLUSTERED);
    }

    GroupsStep(Engines engines, Embedders embedders, int mostClustered) {
        this.engines = engines;
        this.embedders = embedders;
        this.mostClustered = mostClustered;
    }

    @Override
    public TaskType<GroupsTask.Input, GroupsTask.Output> type() {
        return GroupsTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public GroupsTask.Output run(GroupsTask.Input input, StepContext context) throws IOException, InterruptedException {
        ModelManifest model = context.artifacts().fetchJson(input.model(), ModelManifest.class);
        EmbeddingTable learnt = EmbeddingFile.read(context.artifacts().fetch(model.embeddings()));
        NewImages images = NewImages.gather(input.imported(), input.shards().values(), input.side(), context);
        float[][] vectors = ModelEmbedding.embed(model, input.engine(), images, embedders, context);
        KnownClasses classes = new KnownClasses(learnt);
        Discovery discovery = discover(input, images, vectors, model, learnt, classes, context);
        Summary summary = Summary.of(discovery);
        context.log("Made %,d groups of %,d images; %,d images stay single."
                .formatted(summary.groups().size(), summary.grouped(), summary.taken() - summary.grouped()));
        try (DatasetImages pictures = new DatasetImages(images.manifest(), context.artifacts())) {
            SectionFiles files = new SectionFiles(context);
            GroupsSection section = new GroupsSection(
                    discovery,
                    summary,
                    input,
                    new GroupSheets(discovery, pictures, files),
                    new GroupTables(discovery, classes, files));
            return new GroupsTask.Output(
                    context.artifacts().publishJson("report-section", section.write()),
                    context.artifacts().publishJson("discovery", summary),
                    summary.images(),
                    summary.far(),
                    summary.grouped(),
                    summary.groups().size(),
                    images.manifest().leftOut().size());
        }
    }

    private Discovery discover(
            GroupsTask.Input input,
            NewImages images,
            float[][] vectors,
            ModelManifest model,
            EmbeddingTable learnt,
            KnownClasses classes,
            StepContext context)
            throws IOException, InterruptedException {
        LabelledNeighbours neighbours = neighbours(input, images, vectors, model, learnt, context);
        int[] taken = switch (input.groupFrom()) {
            case ALL -> IntStream.range(0, vectors.length).toArray();
            case FAR ->
                IntStream.range(0, vectors.length).filter(neighbours::far).toArray();
        };
        float[][] among = Selection.rows(vectors, taken);
        Grouping grouping = Grouping.of(among, learnt, input, mostClustered, context);
        List<Group> groups = Group.of(taken, vectors, grouping.groups(), input.minimumGroupSize(), classes);
        return new Discovery(images, vectors, neighbours, taken, grouping, groups);
    }

    private LabelledNeighbours neighbours(
            GroupsTask.Input input,
            NewImages images,
            float[][] vectors,
            ModelManifest model,
            EmbeddingTable learnt,
            StepContext context)
            throws IOException, InterruptedException {
        Path trained = context.artifacts().fetch(model.classifier());
        try (Classifier classifier = Classifier.open(engines.any().perceptrons(), trained)) {
            Optional<SizeFeature> size = classifier.size();
            EmbeddingTable compared = size.isPresent() // otherwise nobody needs the list of images
                    ? SizedVectors.of(size, learnt, Datasets.read(model.dataset(), context), context)
                    : learnt;
            return LabelledNeighbours.of(
                    SizedVectors.of(size, vectors, images.manifest(), context),
                    model,
                    compared,
                    classifier,
                    input.farQuantile());
        }
    }

    @Override
    public void record(GroupsTask.Input input, GroupsTask.Output output, StepContext context)
            throws IOException, InterruptedException {
        Summary summary = context.artifacts().fetchJson(output.result(), Summary.class);
        context.history()
                .models()
                .discovered(new DiscoveryRow(
                        context.runId(),
                        input.model(),
                        summary.name(),
                        summary.images(),
                        summary.far(),
                        summary.taken(),
                        summary.sampled(),
                        summary.grouped(),
                        summary.cut(),
                        summary.groups()));
    }
}
