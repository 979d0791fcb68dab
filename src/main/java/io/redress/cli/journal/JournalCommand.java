package io.redress.cli.journal;

import picocli.CommandLine.Command;

/** Groups the commands about the journal. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Verifies the journal of decisions.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = VerifyCommand.class)
public final class JournalCommand {}
