package dev.plankton.steps.groups;

import dev.plankton.db.rows.DiscoveryRow;
import java.util.List;
import java.util.Optional;

/**
 * The figures that go to the run history, stored as a JSON artifact of kind "discovery". Their meaning is that of
 * {@link DiscoveryRow}.
 */
public record Summary(
        String name,
        int images,
        int far,
        int taken,
        int sampled,
        int grouped,
        Optional<DiscoveryRow.Cut> cut,
        List<DiscoveryRow.Group> groups) {

    public Summary {
        groups = List.copyOf(groups);
    }

    static Summary of(Discovery discovery) {
        return new Summary(
                discovery.images().manifest().name(),
                discovery.vectors().length,
                discovery.far(),
                discovery.taken().length,
                discovery.grouping().sampled(),
                discovery.grouped(),
                discovery.grouping().cut().map(cut -> new DiscoveryRow.Cut(cut.spread(), cut.agreement())),
                discovery.groups().stream()
                        .map(group -> new DiscoveryRow.Group(
                                group.name(),
                                group.members().size(),
                                group.meanDistance(),
                                group.nearest().name(),
                                group.nearest().distance()))
                        .toList());
    }
}
