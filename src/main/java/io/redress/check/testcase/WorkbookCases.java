package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.expectation.ExpectationReader;
import io.redress.rules.source.Cell;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.Place;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.table.KeyboardSigns;
import io.redress.rules.table.Term;
import io.redress.rules.table.Terms;
import io.redress.rules.table.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads test cases from a worksheet, one from each row.
 *
 * <p>A1 is {@code Test cases}, row 2 is not read, row 3 names the columns: {@code id}, {@code
 * title}, {@code source}, a fact such as {@code order.quantity}, an expectation such as {@code ->
 * resolution}, or {@code #} for a remark. An empty cell means unknown or not expected.
 */
final class WorkbookCases {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
  private static final String EXPECTED = "->";
  private static final String REMARK = "#";
  private static final List<String> CASE_MEMBERS = List.of("id", "title", "source");

  private final Sheet sheet;
  private final Terms terms;
  private final List<RuleProblem> problems;

  private WorkbookCases(Sheet sheet, Terms terms, List<RuleProblem> problems) {
    this.sheet = sheet;
    this.terms = terms;
    this.problems = problems;
  }

  static List<LocatedJson> read(Sheet sheet, Terms terms, List<RuleProblem> problems) {
    return new WorkbookCases(sheet, terms, problems).cases();
  }

  private List<LocatedJson> cases() {
    Map<Integer, String> names = names();
    List<LocatedJson> cases = new ArrayList<>();
    for (List<Cell> row : sheet.data()) {
      List<Cell> cells =
          row.stream().filter(cell -> !REMARK.equals(names.get(cell.column()))).toList();
      if (!cells.isEmpty()) {
        cases.add(located(cells, names));
      }
    }
    return cases;
  }

  private Map<Integer, String> names() {
    Map<Integer, String> names = new TreeMap<>();
    for (Cell cell : sheet.names()) {
      String name =
          cell.namesRemark()
              ? REMARK
              : KeyboardSigns.behindArrow(cell.text())
                  .map(expected -> EXPECTED + " " + expected)
                  .orElse(cell.text());
      if (!name.equals(REMARK) && names.containsValue(name)) {
        problems.add(sheet.duplicateColumn(cell));
      }
      names.put(cell.column(), name);
    }
    return names;
  }

  private LocatedJson located(List<Cell> cells, Map<Integer, String> names) {
    ObjectNode tree = JSON.objectNode();
    tree.putObject("facts");
    tree.putObject("expect");
    Map<String, Place> places = new HashMap<>();
    places.put("", Place.ofCell(sheet.file(), sheet.name(), cells.get(0).address()));
    for (Cell cell : cells) {
      String name = names.get(cell.column());
      if (name == null) {
        problem(
            cell,
            ProblemCode.UNNAMED_COLUMN,
            "the column has no name in row 3.",
            "Name it, or write # there for a remark.");
      } else {
        put(tree, name, cell, places);
      }
    }
    return new LocatedJson(tree, places);
  }

  private void put(ObjectNode tree, String name, Cell cell, Map<String, Place> places) {
    if (CASE_MEMBERS.contains(name)) {
      tree.put(name, cell.text());
      places.put("/" + name, place(cell));
    } else if (name.startsWith(EXPECTED)) {
      String expected = name.substring(EXPECTED.length()).strip();
      tree.withObject("/expect").set(expected, expected(expected, cell));
      places.put(LocatedJson.pointer("/expect", expected), place(cell));
    } else {
      putFact(tree.withObject("/facts"), name, cell, places);
    }
  }

  private void putFact(ObjectNode facts, String name, Cell cell, Map<String, Place> places) {
    ObjectNode object = facts;
    String pointer = "/facts";
    String[] path = name.split("\\.", -1);
    for (int i = 0; i < path.length - 1; i++) {
      pointer = LocatedJson.pointer(pointer, path[i]);
      places.putIfAbsent(pointer, place(cell));
      object = object.get(path[i]) instanceof ObjectNode inner ? inner : object.putObject(path[i]);
    }
    String last = path[path.length - 1];
    object.set(last, fact(name, cell));
    places.put(LocatedJson.pointer(pointer, last), place(cell));
  }

  private JsonNode fact(String name, Cell written) {
    Term term = terms.named(name).filter(known -> !known.outcome()).orElse(null);
    Cell cell = term == null ? written : KeyboardSigns.ascii(written, term);
    if (term != null && term.list()) {
      return elements(cell.text());
    }
    boolean typed =
        term != null
            && (term.type() == ValueType.INTEGER
                || term.type() == ValueType.BOOLEAN
                || term.type() == ValueType.PERCENT);
    return typed ? raw(cell) : JSON.textNode(cell.text());
  }

  private static JsonNode expected(String name, Cell cell) {
    boolean several = cell.value() instanceof String && ExpectationReader.takesList(name);
    return several ? elements(KeyboardSigns.certain(cell.text())) : raw(cell);
  }

  private static ArrayNode elements(String text) {
    ArrayNode elements = JSON.arrayNode();
    for (String element : text.split(",", -1)) {
      elements.add(element.strip());
    }
    return elements;
  }

  private static JsonNode raw(Cell cell) {
    if (cell.value() instanceof Boolean yes) {
      return JSON.booleanNode(yes);
    }
    if (cell.value() instanceof BigDecimal number) {
      BigDecimal plain = cell.percent() ? number.movePointRight(2) : number;
      return plain.stripTrailingZeros().scale() <= 0
          ? JSON.numberNode(plain.toBigInteger())
          : JSON.numberNode(plain);
    }
    return JSON.textNode(cell.text());
  }

  private Place place(Cell cell) {
    return Place.ofCell(sheet.file(), sheet.name(), cell.address());
  }

  private void problem(Cell cell, ProblemCode code, String message, String suggestion) {
    problems.add(place(cell).problem(code, cell.text(), message, suggestion));
  }
}
