package io.redress.cli.journal;

import picocli.CommandLine.Command;

/** What concerns the journal. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = "Proves what was decided.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = VerifyCommand.class)
public final class JournalCommand {}
