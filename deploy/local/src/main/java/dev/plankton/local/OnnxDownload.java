package dev.plankton.local;

import dev.plankton.network.OnnxFile;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.store.ArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Writes a checkpoint as an ONNX file that knows its classes. */
final class OnnxDownload {
    private final Sql sql;
    private final ArtifactStore artifacts;

    OnnxDownload(Sql sql, ArtifactStore artifacts) {
        this.sql = sql;
        this.artifacts = artifacts;
    }

    /**
     * @return the classes
     * @throws Trouble if no run left such a checkpoint
     */
    List<String> bring(String checkpoint, Path file) throws SQLException, IOException, Trouble {
        if (sql.ask("select 1 from checkpoint where checkpoint_id = ?", checkpoint)
                .rows()
                .isEmpty()) {
            throw new Trouble(
                    "No run left a checkpoint '%s'; `plankton sql 'select * from checkpoint_history'` lists all."
                            .formatted(checkpoint));
        }
        List<String> classes = classes(checkpoint);
        Path network = artifacts.fetch(new ArtifactId(checkpoint));
        OnnxFile.write(network, new OnnxFile.Origin(checkpoint, classes), file);
        return classes;
    }

    /** Those of the dataset that the training read, in the order of their numbers. */
    private List<String> classes(String checkpoint) throws SQLException {
        return sql.ask("""
                        select class
                        from artifact_input join dataset_class on dataset_id = input_id
                        where artifact_id = ?
                        group by class
                        order by class collate "C\"""", checkpoint).rows().stream().map(List::getFirst).toList();
    }
}
