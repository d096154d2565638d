package dev.plankton.benchmarks;

import dev.plankton.benchmarks.ResultTable.Other;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Times training steps, embedding and the classifier with each of our engines against PyTorch from Python, and the
 * classifier also against scikit-learn.
 *
 * @param folder where the scripts for Python may be unpacked
 */
record NetworkBenchmark(String python, Path folder, int threads) {

    /** @param words only the workloads that are called like one of these; all if there are none */
    void run(boolean quick, List<String> words) throws IOException, InterruptedException {
        System.out.printf("%d threads; medians%n%n%s%n", threads, ResultTable.HEADER);
        for (Workload workload : Workload.all(quick)) {
            if (words.isEmpty() || words.contains(workload.kind().word())) {
                run(workload);
            }
        }
    }

    private void run(Workload workload) throws IOException, InterruptedException {
        List<List<Other>> others = new ArrayList<>();
        for (List<Competitor> variants : competitors(workload.kind())) {
            List<Other> timed = new ArrayList<>();
            for (Competitor competitor : variants) {
                timed.add(new Other(competitor.name(), competitor.time(workload.arguments(), threads)));
            }
            others.add(timed);
        }
        for (OurEngine engine : OurEngine.of(workload.kind())) {
            Timing ours = Competitor.network(engine).time(workload.arguments(), threads);
            others.forEach(variants -> System.out.println(ResultTable.row(workload, engine, ours, variants)));
        }
    }

    /** Other programs, each in the variants of which the faster one counts. */
    private List<List<Competitor>> competitors(Workload.Kind kind) throws IOException {
        Path pytorch = Resources.unpack("pytorch_child.py", folder);
        Competitor contiguous = Competitor.pytorch(python, pytorch, threads, "contiguous");
        return kind == Workload.Kind.CLASSIFIER
                ? List.of(
                        List.of(contiguous),
                        List.of(Competitor.sklearn(python, Resources.unpack("sklearn_child.py", folder), threads)))
                : List.of(List.of(contiguous, Competitor.pytorch(python, pytorch, threads, "channels_last")));
    }
}
