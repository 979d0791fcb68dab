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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds codes in conditions that no facts can have: no table answers them, no calendar names them,
 * and no rule in DRL does.
 */
final class UnknownCodes {
  private final Tables tables;
  private final Calendars calendars;
  private final Set<String> ofRules;
  private final Map<Term, Set<String>> known = new HashMap<>();

  private UnknownCodes(Tables tables, Calendars calendars, Set<String> ofRules) {
    this.tables = tables;
    this.calendars = calendars;
    this.ofRules = ofRules;
  }

  /**
   * Returns a warning for each of them, in the order of the tables.
   *
   * @param ofRules the texts in the code of the rules
   */
  static List<CellWarning> among(Tables tables, Calendars calendars, Set<String> ofRules) {
    UnknownCodes codes = new UnknownCodes(tables, calendars, ofRules);
    return tables.all().stream().flatMap(table -> codes.in(table).stream()).toList();
  }

  private List<CellWarning> in(DecisionTable table) {
    List<CellWarning> warnings = new ArrayList<>();
    List<Column> conditions = table.columns().stream().filter(column -> !column.outcome()).toList();
    for (int i = 0; i < conditions.size(); i++) {
      Column column = conditions.get(i);
      if (column.term().type() == ValueType.CODE) {
        Set<String> codes = known.computeIfAbsent(column.term(), this::known);
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

  private Set<String> known(Term term) {
    Set<String> codes = new TreeSet<>();
    switch (term.name()) {
      case "peakSeason" -> codes.addAll(calendars.peakSeasons());
      case "holiday", "buyerHoliday" -> codes.addAll(calendars.holidays());
      default -> codes.addAll(ofRules);
    }
    if (!term.outcome()) {
      codes.add(Calendars.NONE);
    }
    for (DecisionTable table : tables.all()) {
      for (Row row : table.rows()) {
        row.outcomes().stream()
            .filter(outcome -> outcome.term().equals(term))
            .forEach(outcome -> codes.add(outcome.value().toString()));
      }
    }
    return codes;
  }
}
