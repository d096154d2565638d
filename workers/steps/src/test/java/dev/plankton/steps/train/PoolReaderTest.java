package dev.plankton.steps.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.formats.TrainingSet.Sample;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.data.AreaScaler;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolReaderTest {
    private static final int NETWORK_SIDE = 20;

    @Test
    void everySampleLeadsToItsScaledImageAndItsClass(@TempDir Path folder) throws Exception {
        LocalContext context = new LocalContext(folder);
        DrawnDataset drawn = DrawnDataset.publish(context, 3, 6, 2, 2, 40, 1);
        DatasetManifest dataset = drawn.manifest();
        List<Sample> samples =
                List.of(new Sample(21, 3), new Sample(1, 0), new Sample(1, 7), new Sample(13, 4), new Sample(2, 1));

        ScaledImages kept = new ScaledImages();
        PoolReader.Pools pools = read(dataset, drawn, samples, kept, context);
        for (int i = 0; i < samples.size(); i++) {
            holds(pools.train(), i, drawn, samples.get(i).image());
            assertThat(pools.train().symmetries()[i]).isEqualTo(samples.get(i).symmetry());
        }
        int next = 0;
        for (int image = 0; image < dataset.images().size(); image++) {
            if (dataset.images().get(image).split() == Split.VALIDATION) {
                assertThat(pools.validation().symmetries()[next]).isZero();
                holds(pools.validation(), next++, drawn, image);
            }
        }
        assertThat(pools.validation().samples()).hasSize(next);
        assertThat(pools.train().examples().count()).isEqualTo(4 + 6);
        assertThat(Files.size(folder.resolve("scaled-images"))).isEqualTo((4 + 6) * NETWORK_SIDE * NETWORK_SIDE);
    }

    @Test
    void roundsOfOneTrainingSetScaleItsImagesOnce(@TempDir Path folder) throws Exception {
        LocalContext context = new LocalContext(folder);
        DrawnDataset drawn = DrawnDataset.publish(context, 3, 6, 2, 2, 40, 1);
        ScaledImages kept = new ScaledImages();
        List<Sample> few = List.of(new Sample(1, 0), new Sample(13, 4));
        List<Sample> others = List.of(new Sample(2, 0), new Sample(13, 4), new Sample(14, 0));

        TrainingExamples first =
                read(drawn.manifest(), drawn, few, kept, context).train().examples();
        assertThat(read(drawn.manifest(), drawn, few, kept, context).train().examples())
                .isSameAs(first);
        PoolReader.Pools next = read(drawn.manifest(), drawn, others, kept, context);
        assertThat(next.train().examples()).isNotSameAs(first);
        for (int i = 0; i < others.size(); i++) {
            holds(next.train(), i, drawn, others.get(i).image());
        }
        assertThat(context.lines()).containsOnlyOnce("The images are already scaled, by an earlier round.");
    }

    private static PoolReader.Pools read(
            DatasetManifest dataset, DrawnDataset drawn, List<Sample> samples, ScaledImages kept, LocalContext context)
            throws Exception {
        ArtifactId set = new ArtifactId(Json.digest(samples.toString()));
        ScaledImages.Key key = new ScaledImages.Key(drawn.id(), set, NETWORK_SIDE);
        return PoolReader.read(dataset, new TrainingSet(drawn.id(), 1, samples), key, kept, context);
    }

    private static void holds(TrainingPool pool, int sample, DrawnDataset drawn, int image) {
        int example = pool.samples()[sample];
        assertThat(pool.labels()[example])
                .isEqualTo(drawn.manifest().images().get(image).classIndex());
        assertThat(((TrainingExamples.Images) pool.examples()).pixels(example))
                .isEqualTo(AreaScaler.scale(drawn.pixels(image), 40, NETWORK_SIDE));
    }
}
