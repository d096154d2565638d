package dev.plankton.steps.separation;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.tasks.SeparationTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.Silhouette;
import dev.plankton.steps.kit.BestEmbeddings;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.Vectors;
import java.io.IOException;
import java.util.Arrays;

/**
 * Measures how well each class stands apart under the best checkpoint, and names the classes nearest to it.
 *
 * <p>Reads the embeddings' manifest and the embeddings of its best checkpoint. Writes a {@link ReportSection} with its
 * table. Idempotent because it is a function of the embeddings.
 *
 * <p>Largest limitation: time grows with the square of the number of images, so beyond {@code separationMaxImages} only
 * so many are measured; a class of which none was drawn is not listed.
 */
public final class SeparationStep implements Step<SeparationTask.Input, SeparationTask.Output> {

    @Override
    public TaskType<SeparationTask.Input, SeparationTask.Output> type() {
        return SeparationTask.TYPE;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public SeparationTask.Output run(SeparationTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        BestEmbeddings best = BestEmbeddings.read(input.embeddings(), context);
        EmbeddingTable all = best.table().only(Split.TEST);
        LabelledVectors test = Vectors.of(all.sample(input.separationMaxImages(), input.seed()), Split.TEST);
        if (test.size() == 0) {
            throw new BadInputException("The dataset has no test images to measure; set testPerClass to 1 or more.");
        }
        context.checkCancelled();
        double[] silhouettes = Silhouette.each(test);
        double mean = Arrays.stream(silhouettes).average().orElseThrow();
        String which = test.size() == all.size()
                ? Figures.text("the %,d test images", all.size())
                : Figures.text("%,d of the %,d test images, drawn at random", test.size(), all.size());
        String measured = Figures.text("%s, under %s,", which, best.manifest().bestInWords());
        ReportSection section = new SeparationSection(measured, best.table().classes(), test, silhouettes)
                .write(mean, new SectionFiles(context));
        context.log("Mean silhouette of %,d test images: %.3f.".formatted(test.size(), mean));
        return new SeparationTask.Output(context.artifacts().publishJson("report-section", section), mean);
    }
}
