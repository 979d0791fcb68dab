package io.redress.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class RedressTest {
  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.add("--help");
    StringWriter printed = new StringWriter();

    int exitCode =
        new CommandLine(new Redress())
            .setOut(new PrintWriter(printed))
            .execute(arguments.toArray(String[]::new));

    assertThat(exitCode).as(printed.toString()).isZero();
    assertThat(printed.toString())
        .startsWith(("Usage: redress " + String.join(" ", command)).strip());
  }

  static Stream<List<String>> commands() {
    return below(List.of(), new CommandLine(new Redress()));
  }

  private static Stream<List<String>> below(List<String> name, CommandLine command) {
    return Stream.concat(
        Stream.of(name),
        command.getSubcommands().entrySet().stream()
            .flatMap(
                sub -> {
                  List<String> longer = new ArrayList<>(name);
                  longer.add(sub.getKey());
                  return below(longer, sub.getValue());
                }));
  }
}
