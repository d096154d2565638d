package dev.plankton.benchmarks;

import dev.plankton.benchmarks.ResultTable.Other;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Times training steps, embedding and the classifier with each of our engines against PyTorch from Python. */
record NetworkBenchmark(String python, Path script, int threads) {

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
        List<Other> others = new ArrayList<>();
        for (Competitor competitor : competitors(workload.kind())) {
            others.add(new Other(competitor.name(), competitor.time(workload.arguments(), threads)));
        }
        for (OurEngine engine : OurEngine.of(workload.kind())) {
            Timing ours = Competitor.network(engine).time(workload.arguments(), threads);
            System.out.println(ResultTable.row(workload, engine, ours, others));
        }
    }

    private List<Competitor> competitors(Workload.Kind kind) {
        Competitor contiguous = Competitor.pytorch(python, script, threads, "contiguous");
        return kind == Workload.Kind.CLASSIFIER
                ? List.of(contiguous)
                : List.of(contiguous, Competitor.pytorch(python, script, threads, "channels_last"));
    }
}
