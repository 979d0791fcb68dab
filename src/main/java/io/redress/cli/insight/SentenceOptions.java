package io.redress.cli.insight;

import io.redress.cli.options.PrettyJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How a command prints its answer: as sentences in some language, or as JSON. */
final class SentenceOptions {
  @Option(
      names = "--locale",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "The language of the sentences, such as de or zh (default: ${DEFAULT-VALUE}).")
  private String locale = "en";

  @Option(names = "--json", description = "Prints the answer of the API.")
  private boolean json;

  Locale locale() {
    return Locale.forLanguageTag(locale);
  }

  /**
   * @param lines the same for people
   */
  void print(Object answer, List<String> lines, PrintWriter out) {
    if (json) {
      out.println(PrettyJson.of(answer));
    } else {
      lines.forEach(out::println);
    }
  }
}
