package dev.plankton.steps.images;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.columns.IntColumn;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.PreprocessedList;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The combined result of import and preprocessing for every uploaded file.
 *
 * @param shards the image shards, in the order of the import
 * @param usable images that were preprocessed, in the order of the import; each is made anew when it is asked for
 * @param leftOut images that were left out by either of the two, sorted by source
 * @param remarks what was noticed about the usable images
 */
public record PreprocessedImages(
        ImportManifest imported,
        List<ArtifactId> shards,
        List<Usable> usable,
        List<LeftOut> leftOut,
        ImageRemarks remarks) {

    /**
     * An image that can be used.
     *
     * @param width of the uploaded image, in pixels
     * @param height of the uploaded image, in pixels
     * @param shard its position among the shards
     */
    public record Usable(ImportManifest.Image source, int width, int height, int shard) {

        public DatasetManifest.Image image(int classIndex, Split split) {
            return new DatasetManifest.Image(source.key(), source.source(), classIndex, split, width, height, shard);
        }
    }

    public PreprocessedImages {
        shards = List.copyOf(shards);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Combines the results of import and preprocessing. The lists of the shards are read one after another.
     *
     * @param imported an {@link ImportManifest}
     * @param preprocessed the outputs for its shards
     * @throws BadInputException if the shards do not belong to the import
     */
    public static PreprocessedImages read(
            ArtifactId imported, Collection<PreprocessTask.Output> preprocessed, StepContext context)
            throws IOException, InterruptedException {
        SortedMap<Integer, PreprocessedList.Item> shards = new TreeMap<>();
        for (PreprocessTask.Output output : preprocessed) {
            context.artifacts()
                    .fetchJson(output.preprocessed(), PreprocessedList.class)
                    .shards()
                    .forEach(item -> shards.put(item.shard(), item));
        }
        List<PreprocessedList.Item> items = List.copyOf(shards.values());
        try (ReadAhead<PreprocessedList.Item, PreprocessedShard> ahead = new ReadAhead<>(
                items, item -> context.artifacts().fetchJson(item.preprocessed(), PreprocessedShard.class))) {
            return of(Datasets.readImport(imported, context), items, ahead, context);
        }
    }

    private static PreprocessedImages of(
            ImportManifest imported,
            List<PreprocessedList.Item> shards,
            ReadAhead<PreprocessedList.Item, PreprocessedShard> answers,
            StepContext context)
            throws IOException, InterruptedException {
        Columns usable = new Columns(imported.images());
        List<LeftOut> leftOut = new ArrayList<>(imported.leftOut());
        ImageRemarks remarks = ImageRemarks.NONE;
        int index = 0;
        for (int position = 0; position < shards.size(); position++) {
            int number = shards.get(position).shard();
            context.checkCancelled();
            PreprocessedShard shard = answers.next();
            remarks = remarks.plus(shard.remarks().orElse(ImageRemarks.NONE));
            Map<String, PreprocessedShard.Image> images = new HashMap<>();
            shard.images().forEach(image -> images.put(image.key(), image));
            Map<String, String> reasons = new HashMap<>();
            shard.leftOut().forEach(image -> reasons.put(image.key(), image.reason()));
            for (; index < imported.images().size(); index++) {
                ImportManifest.Image source = imported.images().get(index);
                if (source.shard() > number) {
                    break;
                }
                PreprocessedShard.Image image = images.get(source.key());
                String reason = reasons.get(source.key());
                if (image != null && source.shard() == number) {
                    usable.add(index, image, position);
                } else if (reason != null && source.shard() == number) {
                    leftOut.add(new LeftOut(source.source(), reason));
                } else {
                    throw lacking(source);
                }
            }
        }
        if (index < imported.images().size()) {
            throw lacking(imported.images().get(index));
        }
        leftOut.sort(Comparator.comparing(LeftOut::source));
        return new PreprocessedImages(
                imported, shards.stream().map(PreprocessedList.Item::images).toList(), usable, leftOut, remarks);
    }

    private static BadInputException lacking(ImportManifest.Image image) {
        return new BadInputException(
                "The preprocessed shards do not hold %s, image %s of shard %d; start the workflow again."
                        .formatted(image.source(), image.key(), image.shard()));
    }

    /** The usable images in columns: 16 bytes for each. */
    private static final class Columns extends AbstractList<Usable> implements RandomAccess {
        private final List<ImportManifest.Image> imported;
        private final IntColumn images = new IntColumn();
        private final IntColumn widths = new IntColumn();
        private final IntColumn heights = new IntColumn();
        private final IntColumn shards = new IntColumn();

        Columns(List<ImportManifest.Image> imported) {
            this.imported = imported;
        }

        void add(int image, PreprocessedShard.Image found, int shard) {
            images.add(image);
            widths.add(found.width());
            heights.add(found.height());
            shards.add(shard);
        }

        @Override
        public Usable get(int index) {
            return new Usable(
                    imported.get(images.get(index)), widths.get(index), heights.get(index), shards.get(index));
        }

        @Override
        public int size() {
            return images.size();
        }
    }
}
