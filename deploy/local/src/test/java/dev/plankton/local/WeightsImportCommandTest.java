package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.app.DataFolder;
import dev.plankton.app.StackState;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.db.Database;
import dev.plankton.embedded.EmbeddedPostgres;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.network.architecture.ConvolutionShape;
import dev.plankton.network.architecture.InceptionShapes;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.checkpoint.PretrainedWeights;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on a real store and database; this process takes the place of the running system. */
class WeightsImportCommandTest {
    private static final Pattern LINE =
            Pattern.compile("model, scaling unit: a workflow starts from it with the input weights=([0-9a-f]{64})\\R");

    @TempDir
    private Path folder;

    private DataFolder.Lock lock;
    private EmbeddedStore store;
    private EmbeddedPostgres postgres;
    private StackState state;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws Exception {
        lock = new DataFolder(folder).lock();
        store = EmbeddedStore.start(folder.resolve("store"), 0);
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        state = new StackState(
                Optional.of(ProcessHandle.current().pid()),
                "http://127.0.0.1:1/api/",
                postgres.jdbcUrl(),
                postgres.user(),
                postgres.password(),
                EmbeddedPostgres.READER,
                postgres.readerPassword(),
                store.url().toString(),
                store.bucket(),
                store.accessKey(),
                store.secretKey(),
                "http://127.0.0.1:1",
                Optional.empty());
        state.write(new DataFolder(folder));
        Database.migrate(state.database());
    }

    @AfterEach
    void stop() throws Exception {
        postgres.close();
        store.close();
        lock.close();
    }

    private int run(String... words) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commands.execute(words);
    }

    @Test
    void printsTheIdOfWhatItPublished() throws Exception {
        Path model = model();
        assertThat(run("weights", "import", model.toString(), "--scaling=unit", "--data", folder.toString()))
                .as(err::toString)
                .isZero();
        Matcher line = LINE.matcher(out.toString());
        assertThat(out.toString()).matches(LINE);
        assertThat(line.matches()).isTrue();

        ArtifactStore artifacts = new ArtifactStore(new S3ObjectStore(state.objects()), folder.resolve("elsewhere"));
        PretrainedWeights weights = PretrainedWeights.read(artifacts.fetch(new ArtifactId(line.group(1))));
        assertThat(weights.source()).isEqualTo("model");
        assertThat(weights.scaling()).isEqualTo(InputScaling.UNIT);
        assertThat(weights.arrays().get("conv2d_94/variance")).containsOnly(0.5f);
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                var rows = connection
                        .createStatement()
                        .executeQuery("select kind, step_key from plankton.artifact where artifact_id = '%s'"
                                .formatted(line.group(1)))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("weights");
            assertThat(rows.getString(2)).isEqualTo("model");
        }
    }

    @Test
    void whatCannotBeImportedIsOneSentence() {
        assertThat(run("weights", "import", folder + "/none.h5", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "plankton: %s/none.h5 cannot be imported: there is no such file or folder.\n"
                                .formatted(folder));
    }

    /** Inception v3 with every weight 0.5, as TensorFlow.js keeps it when quantised. */
    private Path model() throws IOException {
        StringJoiner weights = new StringJoiner(",");
        int bytes = 0;
        for (ConvolutionShape shape : InceptionShapes.all()) {
            weights.add(weight(
                    "conv2d_%d/kernel",
                    shape, "%d,%d,%d,%d".formatted(shape.height(), shape.width(), shape.inputs(), shape.outputs())));
            for (String variable : new String[] {"beta", "moving_mean", "moving_variance"}) {
                weights.add(weight("batch_normalization_%d/" + variable, shape, "" + shape.outputs()));
            }
            bytes += (shape.height() * shape.width() * shape.inputs() + 3) * shape.outputs();
        }
        Path model = Files.createDirectory(folder.resolve("model"));
        Files.write(model.resolve("shard"), new byte[bytes]);
        Files.writeString(
                model.resolve("model.json"),
                "{\"weightsManifest\":[{\"paths\":[\"shard\"],\"weights\":[%s]}]}".formatted(weights));
        return model;
    }

    private static String weight(String name, ConvolutionShape shape, String dimensions) {
        return "{\"name\":\"%s\",\"shape\":[%s],\"dtype\":\"float32\",\"quantization\":{\"dtype\":\"uint8\",\"min\":0.5,\"scale\":1}}"
                .formatted(name.formatted(shape.number()), dimensions);
    }
}
