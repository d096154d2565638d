package dev.plankton.network;

import java.util.List;

/** Which part of a network learns (SPEC 3); the rest keeps its weights and its running statistics. */
public sealed interface TrainedPart {
    /** Every weight. */
    record All() implements TrainedPart {}

    /** The dense layer alone, on features that were computed beforehand. */
    record HeadOnly() implements TrainedPart {}

    /**
     * A stage of the backbone and all behind it.
     *
     * @param stage "mixed7", say
     */
    record From(String stage) implements TrainedPart {}

    /** @param written "all", "head" or "from:&lt;stage&gt;" */
    static TrainedPart parse(String written) {
        if (written.equals("all")) {
            return new All();
        }
        if (written.equals("head")) {
            return new HeadOnly();
        }
        if (written.startsWith("from:")) {
            return new From(written.substring("from:".length()));
        }
        throw new IllegalArgumentException(
                "train must be all, head or from:<stage of the backbone>, and is " + written);
    }

    /**
     * The stage after which learning begins; "" if all learns.
     *
     * @throws IllegalArgumentException if the network has no such stage, in one sentence
     */
    default String frozenUpTo(NetworkSettings network) {
        Architecture architecture = network.architecture();
        String cut = architecture.stage(network.features());
        return switch (this) {
            case All all -> "";
            case HeadOnly head -> cut;
            case From(String stage) -> {
                List<String> upToCut =
                        architecture.stages().subList(0, architecture.stages().indexOf(cut) + 1);
                if (!upToCut.contains(stage)) {
                    throw new IllegalArgumentException(
                            "train from:%s asks for a stage that the network does not have: use one of %s"
                                    .formatted(stage, String.join(", ", upToCut)));
                }
                yield architecture.before(stage);
            }
        };
    }
}
