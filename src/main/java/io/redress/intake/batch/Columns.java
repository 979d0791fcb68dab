package io.redress.intake.batch;

import io.redress.domain.dispute.FlatFacts;
import io.redress.domain.dispute.FlatFacts.Kind;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.EscapedText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a table of disputes: the dotted names of facts in its first row. */
final class Columns {
  private static final int MAX_COLUMNS = 1_000;

  private final FlatFacts facts;
  private final List<String> names;

  private Columns(FlatFacts facts, List<String> names) {
    this.facts = facts;
    this.names = names;
  }

  /**
   * Reads the first row. A column whose name is empty or begins with {@code #} is for people.
   *
   * @throws UnreadableInputException with all problems of the names
   */
  static Columns of(List<@Nullable String> header, FlatFacts facts)
      throws UnreadableInputException {
    List<String> problems = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    if (header.size() > MAX_COLUMNS) {
      throw new UnreadableInputException(
          "The table has " + header.size() + " columns. Keep at most " + MAX_COLUMNS + ".");
    }
    for (int i = 0; i < header.size(); i++) {
      String cell = header.get(i);
      String name = cell == null ? "" : cell.strip();
      names.add(name);
      if (isForPeople(name)) {
        continue;
      }
      String place = "Column " + (i + 1) + ": ";
      if (facts.kind(name).isEmpty()) {
        problems.add(place + unknown(name, facts));
      } else if (!seen.add(name)) {
        problems.add(place + name + " is there twice. Keep one.");
      }
    }
    names.stream()
        .filter(name -> facts.kind(name).filter(Kind.OBJECTS::equals).isPresent())
        .filter(name -> seen.stream().anyMatch(other -> other.startsWith(name + ".")))
        .forEach(
            name ->
                problems.add(name + " and " + name + ".0... say the same. Keep one of the two."));
    if (seen.isEmpty() && problems.isEmpty()) {
      problems.add(
          "The first row has no names of facts. Write one in each column, such as disputeType.");
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInputException(String.join(System.lineSeparator(), problems));
    }
    return new Columns(facts, names);
  }

  private static boolean isForPeople(String name) {
    return name.isEmpty() || name.startsWith("#");
  }

  private static String unknown(String name, FlatFacts facts) {
    List<String> inGroups = facts.likely(name);
    String advice =
        inGroups.size() == 1
            ? "Did you mean " + inGroups.get(0) + "?"
            : ClosestWord.advice(name, facts.names(), "Begin it with # if it is for people only.");
    return EscapedText.brief(name) + " is no fact. " + advice;
  }

  /** What the column has; empty for one that is for people. */
  Optional<Kind> kind(int column) {
    return column < names.size() ? facts.kind(names.get(column)) : Optional.empty();
  }

  /** The facts of a row; null when it has none. */
  @Nullable DisputeRecord record(long line, List<@Nullable String> cells) {
    List<String> used = new ArrayList<>();
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      String cell = cells.get(i);
      if (cell != null && !cell.isBlank() && !isForPeople(names.get(i))) {
        used.add(names.get(i));
        values.add(cell);
      }
    }
    return used.isEmpty() ? null : new DisputeRecord.TableRow(line, facts.facts(used, values));
  }
}
