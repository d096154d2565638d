package dev.plankton.network.pytorch;

import dev.plankton.network.engine.ComputeDevice;
import dev.plankton.network.engine.Processor;
import dev.plankton.network.engine.UnusableDeviceException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bytedeco.pytorch.global.torch;

/**
 * The device of this process: the CPU, or in the build for cards the one that {@code PLANKTON_DEVICE} numbers. A process
 * computes on one card; a machine with several runs one worker process for each.
 */
final class TorchDevices {
    private static final String VARIABLE = "PLANKTON_DEVICE";

    private final boolean buildForCards;
    private final int number;

    private TorchDevices(boolean buildForCards, int number) {
        this.buildForCards = buildForCards;
        this.number = number;
    }

    /** @throws UnusableDeviceException if the environment names no card */
    static TorchDevices find(Map<String, String> environment) {
        return new TorchDevices(torch.hasCUDA(), number(environment));
    }

    static int number(Map<String, String> environment) {
        String asked = environment.getOrDefault(VARIABLE, "").strip();
        if (!asked.matches("[0-9]{0,3}")) {
            throw new UnusableDeviceException(
                    "%s must be the number of a card, from 0, not '%s'.".formatted(VARIABLE, asked));
        }
        return asked.isEmpty() ? 0 : Integer.parseInt(asked);
    }

    Placement placement() {
        return new Placement(buildForCards ? OptionalInt.of(number) : OptionalInt.empty());
    }

    /** @throws UnusableDeviceException if this build is for cards and finds none, or one that it cannot compute on */
    ComputeDevice usable() {
        if (!buildForCards) {
            return Processor.device(torch.get_num_threads());
        }
        return chosen(torch.cuda_is_available() ? Cards.list() : List.of(), number);
    }

    static ComputeDevice chosen(List<ComputeDevice> cards, int number) {
        if (cards.isEmpty()) {
            throw new UnusableDeviceException(CardSupport.noCard());
        }
        if (number >= cards.size()) {
            throw new UnusableDeviceException("%s is %d, but the cards of this machine have the numbers 0 to %d."
                    .formatted(VARIABLE, number, cards.size() - 1));
        }
        ComputeDevice card = cards.get(number);
        CardSupport.objection(card).ifPresent(sentence -> {
            throw new UnusableDeviceException(sentence);
        });
        return card;
    }
}
