package io.redress.cli.keys;

import picocli.CommandLine.Command;

/** Groups the commands about access keys. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Creates, lists and revokes access keys.",
      "Access is protected as soon as there is a key."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AddKeyCommand.class, ListKeysCommand.class, RevokeKeyCommand.class})
public final class KeysCommand {}
