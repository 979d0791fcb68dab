package io.redress.cli.keys;

import picocli.CommandLine.Command;

/** What concerns the keys that let people and systems in. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and revokes the keys that let people and systems in.",
      "With the first one, access is protected."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AddKeyCommand.class, ListKeysCommand.class, RevokeKeyCommand.class})
public final class KeysCommand {}
