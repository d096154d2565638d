#!/usr/bin/env bash
# Queues of Conductor 3.32.3 on PostgreSQL (Maven: org.conductoross:conductor-server, its boot jar), when the database
# fails for a moment.
#
# Guess before running: a task that a worker took and never answered comes back to its queue a minute later, also after
# a short outage of the database, since the server looks for such tasks every minute.
# Seen: the look is one job on a fixed schedule without a catch. The first look that meets a failing database is the
# last one until the server is started again. From then on each task that was taken and not answered, by a worker that
# was cut off or by the server itself, stays taken, and its workflow stays running with nothing to be seen in the log.
# So after an outage of PostgreSQL the server must be restarted, or its table queue_message be looked after.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$here/.." && ./mvnw -q -B dependency:copy -Dartifact=org.conductoross:conductor-server:3.32.3:jar:boot -DoutputDirectory="$folder" >&2)
(cd "$folder" && python3 -c "import zipfile; [zipfile.ZipFile('conductor-server-3.32.3-boot.jar').extract(n) for n in zipfile.ZipFile('conductor-server-3.32.3-boot.jar').namelist() if n.startswith('BOOT-INF/lib/')]")
cat > "$folder/Outage.java" <<'J'
import com.fasterxml.jackson.databind.ObjectMapper;
import com.netflix.conductor.postgres.config.PostgresProperties;
import com.netflix.conductor.postgres.dao.PostgresQueueDAO;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.retry.support.RetryTemplate;

public class Outage {
    public static void main(String[] arguments) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        DataSource away = (DataSource) Proxy.newProxyInstance(
                Outage.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
                    if (method.getName().equals("getConnection")) {
                        asked.incrementAndGet();
                        throw new SQLException("the database is away");
                    }
                    return null;
                });
        RetryTemplate once = RetryTemplate.builder().maxAttempts(1).build();
        new PostgresQueueDAO(once, new ObjectMapper(), away, new PostgresProperties());
        int[] looks = new int[3];
        for (int minute = 0; minute < looks.length; minute++) {
            Thread.sleep(61_000);
            looks[minute] = asked.getAndSet(0);
            System.out.printf("minute %d: asked the database %d times%n", minute + 1, looks[minute]);
        }
        boolean asFound = looks[0] == 1 && looks[1] == 0 && looks[2] == 0;
        System.out.println(asFound ? "As found: one failure ended the looks for good." : "This has changed.");
        System.exit(asFound ? 0 : 1);
    }
}
J
java=$("$here/../plankton" jdk)
"$java/bin/javac" -proc:none -cp "$folder/BOOT-INF/lib/*" -d "$folder" "$folder/Outage.java"
"$java/bin/java" -cp "$folder/BOOT-INF/lib/*:$folder" Outage
