package io.redress.rules.ruleset;

import io.redress.platform.text.ClosestWord;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.source.Cell;
import io.redress.rules.source.CellWarning;
import io.redress.rules.table.Column;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Row;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Term;
import io.redress.rules.table.UnaryTest;
import io.redress.rules.table.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The codes that facts can have under a rule set: those that a table answers, that the calendar
 * names, or that a rule in DRL does. A condition on any other code never holds.
 */
public final class KnownCodes {
  private static final List<String> TRUTHS = List.of("true", "false");

  private final Collection<DecisionTable> tables;
  private final Calendars calendars;
  private final Set<String> ofRules;
  private final Map<Term, Set<String>> known = new ConcurrentHashMap<>();

  private KnownCodes(Collection<DecisionTable> tables, Calendars calendars, Set<String> ofRules) {
    this.tables = tables;
    this.calendars = calendars;
    this.ofRules = ofRules;
  }

  /**
   * @param ofRules the texts in the code of the rules
   */
  static KnownCodes of(Tables tables, Calendars calendars, Set<String> ofRules) {
    return new KnownCodes(tables.all(), calendars, ofRules);
  }

  /** The codes when a table is edited: what it answered before no longer counts. */
  public KnownCodes with(DecisionTable edited) {
    List<DecisionTable> others =
        tables.stream().filter(table -> !table.name().equals(edited.name())).toList();
    return new KnownCodes(
        Stream.concat(others.stream(), Stream.of(edited)).toList(), calendars, ofRules);
  }

  /**
   * The values that a cell of the term can have, where these are a list: the words of the
   * vocabulary, or the codes that tables and the calendar give it.
   */
  public List<String> choices(Term term) {
    return switch (term.type()) {
      case CODE -> of(term);
      case BOOLEAN -> TRUTHS;
      default -> term.allowed();
    };
  }

  /** The codes that tables and the calendar give a term, in alphabetical order. */
  public List<String> of(Term term) {
    Set<String> codes = new TreeSet<>(answered(term));
    codes.addAll(named(term));
    return List.copyOf(codes);
  }

  /** A warning for each code in a condition that no facts can have, in the order of the tables. */
  List<CellWarning> warnings() {
    return tables.stream().flatMap(table -> warnings(table).stream()).toList();
  }

  /** A warning for each code in a condition of the table that no facts can have. */
  public List<CellWarning> warnings(DecisionTable table) {
    List<CellWarning> warnings = new ArrayList<>();
    List<Column> conditions = table.columns().stream().filter(column -> !column.outcome()).toList();
    for (int i = 0; i < conditions.size(); i++) {
      Column column = conditions.get(i);
      if (column.term().type() == ValueType.CODE) {
        Set<String> codes = known.computeIfAbsent(column.term(), this::possible);
        for (int row = 0; row < table.rows().size(); row++) {
          if (table.tests().get(row).get(i) instanceof UnaryTest.OneOf test) {
            find(table, table.rows().get(row), column, test, codes, warnings);
          }
        }
      }
    }
    return warnings;
  }

  private static void find(
      DecisionTable table,
      Row row,
      Column column,
      UnaryTest.OneOf test,
      Set<String> codes,
      List<CellWarning> warnings) {
    for (Object value : test.values()) {
      String code = value.toString();
      if (!codes.contains(code)) {
        int number = row.source().row();
        warnings.add(
            new CellWarning(
                table.file(),
                table.sheet(),
                Cell.address(column.position(), number),
                number,
                CellWarning.Code.UNKNOWN_CODE,
                column.term().name()
                    + " is never "
                    + code
                    + ": no table answers it, no calendar names it. "
                    + ClosestWord.advice(code, codes, "Correct it, or delete it.")));
      }
    }
  }

  /** Texts in the code of the rules may be codes of any term. */
  private Set<String> possible(Term term) {
    Set<String> codes = new TreeSet<>(of(term));
    if (named(term).isEmpty()) {
      codes.addAll(ofRules);
    }
    if (!term.outcome()) {
      codes.add(Calendars.NONE);
    }
    return codes;
  }

  private Set<String> named(Term term) {
    return switch (term.name()) {
      case "peakSeason" -> calendars.peakSeasons();
      case "holiday", "buyerHoliday" -> calendars.holidays();
      default -> Set.of();
    };
  }

  private Set<String> answered(Term term) {
    Set<String> codes = new TreeSet<>();
    for (DecisionTable table : tables) {
      for (Row row : table.rows()) {
        row.outcomes().stream()
            .filter(outcome -> outcome.term().equals(term))
            .forEach(outcome -> codes.add(outcome.value().toString()));
      }
    }
    return codes;
  }
}
