package dev.plankton.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.ids.StoreKeys;
import java.io.IOException;
import java.util.List;

/** What a run must not leave behind. */
final class Leftovers {
    private Leftovers() {}

    /** No attempt of the run is without an end, and the store holds nothing that the history does not know. */
    static void none(FaultySystem system, String run) throws Exception {
        assertThat(system.query(
                        "select reference_name from history.step_attempt where status = 'RUNNING' and run_id = '%s'"
                                .formatted(run)))
                .as("attempts without an end")
                .isEmpty();
        assertThat(system.objects().list(StoreKeys.SNAPSHOTS)).isEmpty();
        assertThat(names(system, StoreKeys.ARTIFACTS))
                .isSubsetOf(system.query("select artifact_id from history.artifact"));
        assertThat(names(system, StoreKeys.RESULTS)).isSubsetOf(system.query("""
                        select s.task_type || '/' || unnest(array[s.step_key, p.part]) || '.json'
                        from history.step_attempt s left join history.step_part p using (task_type, step_key)
                        where s.run_id = '%s'
                        """.formatted(run)));
    }

    /** The keys below the prefix in the store, without it. */
    static List<String> names(FaultySystem system, String prefix) throws IOException {
        return system.objects().list(prefix).stream()
                .map(object -> object.key().substring(prefix.length()))
                .toList();
    }
}
