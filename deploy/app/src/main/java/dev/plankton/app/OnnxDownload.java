package dev.plankton.app;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.network.onnx.OnnxFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Writes a checkpoint as an ONNX file that also names its classes. */
public final class OnnxDownload {
    private final Sql sql;
    private final ArtifactStore artifacts;

    public OnnxDownload(Sql sql, ArtifactStore artifacts) {
        this.sql = sql;
        this.artifacts = artifacts;
    }

    /**
     * @return the classes
     * @throws Trouble if no run left such a checkpoint
     */
    public List<String> bring(String checkpoint, Path file) throws SQLException, IOException, Trouble {
        if (sql.ask("select 1 from round where checkpoint_id = ?", checkpoint)
                .rows()
                .isEmpty()) {
            throw new Trouble(
                    "No run left a checkpoint '%s'; `plankton sql 'select * from history.checkpoint'` lists all."
                            .formatted(checkpoint));
        }
        List<String> classes = classes(checkpoint);
        Path network = artifacts.fetch(new ArtifactId(checkpoint));
        OnnxFile.write(network, new OnnxFile.Origin(checkpoint, classes), file);
        return classes;
    }

    /** The classes of the dataset that the training read, in the order of their numbers. */
    private List<String> classes(String checkpoint) throws SQLException {
        return sql.ask("""
                        select class
                        from artifact_input join dataset_class on dataset_id = input_id
                        where artifact_id = ?
                        group by class
                        order by class collate "C\"""", checkpoint).rows().stream().map(List::getFirst).toList();
    }
}
