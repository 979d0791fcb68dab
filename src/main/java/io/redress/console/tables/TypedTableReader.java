package io.redress.console.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.problem.ProblemType;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a {@link TypedTable} token by token, and stops where it exceeds a limit. */
final class TypedTableReader {
  /** Longer than the longest cell of a workbook, which has a problem of its own. */
  private static final int MAX_TEXT = 100_000;

  /** In characters: more than any workbook within the upload limit contains. */
  private static final long MAX_CHARACTERS = 20_000_000;

  /** One more than a table may have, so that the table reader reports the problem. */
  private static final int MAX_ROWS = 50_001;

  /** Names are not kept, because a body can have millions of them. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(MAX_TEXT)
                  .maxNestingDepth(20)
                  .build())
          .build();

  private final JsonParser json;
  private final TableSheet grid;
  private final List<TypedRow> rows = new ArrayList<>();
  private final Set<String> members = new HashSet<>();
  private long characters;
  private String comment = "";
  private boolean whole;
  private boolean overlaps;

  private TypedTableReader(JsonParser json, TableSheet grid) {
    this.json = json;
    this.grid = grid;
  }

  /**
   * Reads a table.
   *
   * @throws HttpProblem when it is malformed or too large
   */
  static TypedTable read(InputStream body, TableSheet grid) {
    try (JsonParser json = JSON.createParser(body)) {
      return new TypedTableReader(json, grid).table();
    } catch (StreamConstraintsException tooLong) {
      throw ProblemType.TOO_LARGE.with(
          "A value of the table is too long, or too deep inside others. A text has at most "
              + MAX_TEXT
              + " characters; shorten it.");
    } catch (JsonProcessingException broken) {
      throw notJson();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private TypedTable table() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw json.currentToken() == null ? notJson() : noRows();
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      member(json.currentName());
    }
    if (json.nextToken() != null) {
      throw notJson();
    }
    if (!members.contains("rows")) {
      throw noRows();
    }
    while (!rows.isEmpty() && length(rows.get(rows.size() - 1)) == 0) {
      rows.remove(rows.size() - 1);
    }
    return new TypedTable(rows, comment, whole, overlaps);
  }

  private void member(String name) throws IOException {
    json.nextToken();
    boolean known =
        switch (name) {
          case "rows", "comment", "whole", "overlaps" -> true;
          default -> false;
        };
    if (known && !members.add(name)) {
      throw notJson();
    }
    switch (name) {
      case "rows" -> readRows();
      case "comment" -> comment = json.getValueAsString("");
      case "whole" -> whole = json.getValueAsBoolean();
      case "overlaps" -> overlaps = json.getValueAsBoolean();
      default -> json.skipChildren();
    }
    if (known && !name.equals("rows")) {
      json.skipChildren();
    }
  }

  private void readRows() throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw noRows();
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (rows.size() == MAX_ROWS) {
        throw noRows();
      }
      TypedRow row = row();
      characters += length(row);
      if (characters > MAX_CHARACTERS) {
        throw ProblemType.TOO_LARGE.with(
            "The table has more than " + MAX_CHARACTERS + " characters. Split it into several.");
      }
      rows.add(row);
    }
  }

  private TypedRow row() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return new TypedRow(number(), null);
    }
    int from = -1;
    List<String> texts = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("from")) {
        from = number();
      } else if (name.equals("cells")) {
        texts = texts();
      } else {
        json.skipChildren();
      }
    }
    if (from < 0 || texts == null) {
      throw foreignRow();
    }
    return new TypedRow(from, texts);
  }

  /** The number of a row of the grid, or 0. */
  private int number() throws IOException {
    int last = TableSheet.FIRST_ROW + grid.rows().size() - 1;
    boolean isInt =
        json.currentToken() == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() == JsonParser.NumberType.INT;
    int from = isInt ? json.getIntValue() : -1;
    if (from == 0 || from >= TableSheet.FIRST_ROW && from <= last) {
      return from;
    }
    throw foreignRow();
  }

  private List<String> texts() throws IOException {
    int columns = grid.columns().size();
    List<String> texts = new ArrayList<>(columns);
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw foreignRow();
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING || texts.size() == columns) {
        throw foreignRow();
      }
      texts.add(json.getText());
    }
    if (texts.size() != columns) {
      throw foreignRow();
    }
    return texts;
  }

  /** The length of all texts of a row. */
  private int length(TypedRow row) {
    List<String> texts = row.texts();
    if (texts == null) {
      int index = row.from() - TableSheet.FIRST_ROW;
      texts = row.from() == 0 ? List.of() : grid.rows().get(index);
    }
    return texts.stream().mapToInt(String::length).sum();
  }

  private static HttpProblem notJson() {
    return ProblemType.MALFORMED_REQUEST.with("The table is not JSON. Reload the page.");
  }

  private static HttpProblem noRows() {
    return ProblemType.MALFORMED_REQUEST.with(
        "The table has no rows, or more than 50000. Reload the page.");
  }

  private static HttpProblem foreignRow() {
    return ProblemType.MALFORMED_REQUEST.with(
        "A row does not belong to this table. Reload the page; your input is kept.");
  }
}
