package io.redress.rules.engine;

import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.HitPolicy;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a business table as DRL, one rule per row: a copy for audits that runs with Drools alone.
 *
 * <p>To run it, insert a {@code Question}, which has a field for each condition, null when a fact
 * is unknown. Each matching row inserts an {@code Answer} with its outcomes. The matching rows are
 * those of {@link DecisionTable#ask}, in the same order.
 */
public final class DrlExport {
  private static final String LINE = "\n    ";

  private final DecisionTable table;

  private DrlExport(DecisionTable table) {
    this.table = table;
  }

  /** Returns a DRL file with its own package. */
  public static String of(DecisionTable table) {
    return new DrlExport(table).drl();
  }

  /**
   * Returns the package of a table's rules and types; the name of the table alone may be a keyword.
   */
  static String packageOf(DecisionTable table) {
    return "io.redress.table_" + table.name().replace('-', '_');
  }

  private String drl() {
    return """
        %s
        // An audit copy. Insert a Question, with null for what is unknown; each row that answers
        // inserts an Answer.
        package %s

        import java.math.BigDecimal;
        import java.time.LocalDate;
        import java.util.Collection;
        import java.util.List;

        declare Question
        %send

        declare Answer
          question : Question
          row : int
        %send
        %s"""
        .formatted(
            DrlLiteral.comment(
                "The table %s of %s, sheet %s; hit policy %s."
                    .formatted(table.name(), table.file(), table.sheet(), table.hitPolicy())),
            packageOf(table),
            (answersOnce() ? "  answered : boolean\n" : "") + fields(table.conditions()),
            fields(outcomes()),
            IntStream.range(0, table.rows().size())
                .mapToObj(this::rule)
                .collect(Collectors.joining()));
  }

  private boolean answersOnce() {
    return table.hitPolicy() != HitPolicy.COLLECT;
  }

  private Set<Term> outcomes() {
    return table.rows().stream()
        .flatMap(row -> row.outcomes().stream())
        .map(Row.Outcome::term)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String fields(Collection<Term> terms) {
    return terms.stream()
        .map(term -> "  " + DrlCondition.field(term) + " : " + type(term) + "\n")
        .collect(Collectors.joining());
  }

  private static String type(Term term) {
    if (term.list()) {
      return "Collection";
    }
    return switch (term.type()) {
      case ENUM, TEXT, CODE -> "String";
      case BOOLEAN -> "Boolean";
      case INTEGER, DECIMAL, PERCENT -> "BigDecimal";
      case DATE -> "LocalDate";
    };
  }

  private String rule(int index) {
    Row row = table.rows().get(index);
    return """

        %srule "%s"
          salience -%d
        when
          $question : Question(%s )
        then
          Answer answer = new Answer();
          answer.setQuestion( $question );
          answer.setRow( %3$d );
        %5$s  insert( answer );
        %6$send
        """
        .formatted(
            row.remark().isEmpty() ? "" : DrlLiteral.comment(row.remark()) + "\n",
            row.source().rule(),
            row.source().row(),
            String.join(",", constraints(table.tests().get(index))),
            row.outcomes().stream().map(DrlExport::answer).collect(Collectors.joining()),
            answersOnce() ? "  modify( $question ) { setAnswered( true ) }\n" : "");
  }

  private List<String> constraints(List<UnaryTest> tests) {
    List<String> constraints = new ArrayList<>();
    if (answersOnce()) {
      constraints.add(LINE + "answered == false");
    }
    for (int i = 0; i < table.conditions().size(); i++) {
      DrlCondition.on(table.conditions().get(i))
          .constraint(tests.get(i))
          .ifPresent(constraint -> constraints.add(LINE + constraint));
    }
    return constraints;
  }

  private static String answer(Row.Outcome outcome) {
    String field = DrlCondition.field(outcome.term());
    String value =
        outcome.value() instanceof Collection<?> values
            ? "List.of( " + DrlLiteral.list(values) + " )"
            : DrlLiteral.of(outcome.value());
    return "  answer.set%s%s( %s );\n"
        .formatted(field.substring(0, 1).toUpperCase(Locale.ROOT), field.substring(1), value);
  }
}
