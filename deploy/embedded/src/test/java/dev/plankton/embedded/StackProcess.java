package dev.plankton.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A separate JVM that starts services and then waits until it is ended from outside. */
final class StackProcess {

    private StackProcess() {}

    /** Starts all services, or only PostgreSQL, on a folder, prints the number of one of their processes, waits. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if ("all".equals(arguments[1])) {
            EmbeddedStack stack = EmbeddedStack.start(folder, StackConfig.freePorts(), ProgressListener.silent());
            System.out.println(stack.conductor().process().pid());
        } else {
            EmbeddedPostgres.start(folder.resolve("postgres"), 0);
            System.out.println(0);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    /** A started JVM and the number it printed. */
    record Started(Process process, long number) {}

    static Started start(Path folder, String what) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StackProcess.class.getName(),
                        folder.toString(),
                        what))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The services did not start.");
        }
        return new Started(process, Long.parseLong(line));
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
