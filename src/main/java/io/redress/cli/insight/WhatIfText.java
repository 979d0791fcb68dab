package io.redress.cli.insight;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.dispute.ActionType;
import io.redress.insight.whatif.Dependence;
import io.redress.insight.whatif.FactChange;
import io.redress.insight.whatif.Option;
import io.redress.insight.whatif.WhatIfAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would change a decision, as lines for the terminal. */
final class WhatIfText {
  private static final String UNKNOWN = "not known";

  private WhatIfText() {}

  static List<String> lines(WhatIfAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(answer.resolution().toString());
    lines.add(answer.sentence());
    int number = 1;
    for (Option option : answer.options()) {
      lines.add("");
      lines.add(
          number++
              + ". "
              + option.changes().stream()
                  .map(WhatIfText::change)
                  .collect(Collectors.joining("; and ")));
      lines.add("   " + option.decision().resolution() + ". " + option.why());
    }
    lines.add("");
    lines.add("The decision hangs on:");
    answer.hangsOn().forEach(one -> lines.add("  " + dependence(one, answer.resolution())));
    lines.add("Decisions tried: " + answer.evaluated());
    return lines;
  }

  private static String change(FactChange change) {
    return change.pointer()
        + ": "
        + text(change.from())
        + " -> "
        + text(change.to())
        + " ("
        + change.by()
        + ")";
  }

  private static String dependence(Dependence one, ActionType before) {
    String effect =
        one.resolution() == before
            ? " other parts of the decision change"
            : " it would be " + one.resolution();
    return one.pointer() + ": " + text(one.from()) + "; with " + text(one.to()) + effect;
  }

  private static String text(@Nullable JsonNode value) {
    if (value == null) {
      return UNKNOWN;
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
