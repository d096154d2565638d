package dev.plankton.datasetimport;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * @param imported artifact id of the {@link dev.plankton.runtime.formats.ImportManifest}
 * @param images images worth decoding
 * @param leftOut images that were left out
 * @param tasks the tasks that Conductor forks into, one for each shard
 * @param inputs their inputs by task reference name
 */
public record DatasetImportOutput(
        String imported, int images, int leftOut, List<ForkedTask> tasks, Map<String, PreprocessTask> inputs) {

    /** One task of a dynamic fork, as Conductor wants it. */
    public record ForkedTask(String name, String taskReferenceName, String type) {}

    /**
     * The input of {@code plankton_preprocess}. It names the shard's content and not the import, so that shards which a
     * changed upload leaves as they were are not preprocessed again.
     *
     * @param shard position of the shard in the import
     * @param source artifact id of the {@link dev.plankton.runtime.formats.SourceShard}
     */
    public record PreprocessTask(
            int shard, String source, int side, boolean invert, int cropBottom, int maxMegapixels) {}

    public DatasetImportOutput {
        tasks = List.copyOf(tasks);
        inputs = sorted(inputs);
    }

    private static SortedMap<String, PreprocessTask> sorted(Map<String, PreprocessTask> inputs) {
        return new TreeMap<>(inputs);
    }
}
