package dev.plankton.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Times training steps and embedding against torchvision's Inception v3. */
record NetworkBenchmark(String python, Path script, int threads) {

    void run(boolean quick) throws IOException, InterruptedException {
        List<Competitor> competitors = List.of(
                Competitor.network(),
                Competitor.pytorch(python, script, threads, "contiguous"),
                Competitor.pytorch(python, script, threads, "channels_last"));
        System.out.printf("%d threads; medians%n%n%s%n", threads, ResultTable.HEADER);
        for (Workload workload : Workload.all(quick)) {
            List<Timing> timings = new ArrayList<>();
            for (Competitor competitor : competitors) {
                timings.add(competitor.time(workload.arguments(), threads));
            }
            System.out.println(ResultTable.row(workload, timings));
        }
    }
}
