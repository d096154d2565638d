package dev.plankton.app;

import picocli.CommandLine.Command;

@Command(
        name = "weights",
        description = "Brings in pretrained weights for networks to start from.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = WeightsImportCommand.class)
final class WeightsCommand {}
