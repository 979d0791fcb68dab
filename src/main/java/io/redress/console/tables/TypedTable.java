package io.redress.console.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.Proposals;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.table.TableGrid;
import io.redress.rules.table.TypedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table as the page sends it: {@code {"rows": [4, {"from": 5, "cells": ["LOST", ""]}], ...}},
 * where a number alone stands for a row that stays as it is, and 0 for one that comes from nowhere.
 */
record TypedTable(List<TypedRow> rows, String comment, boolean whole) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** In characters: more than any workbook that can be uploaded holds. */
  private static final long LONGEST = 20_000_000;

  /** One more than a table may have, so that its reader says that there are too many. */
  private static final int MOST_ROWS = 50_001;

  static TypedTable read(String body, TableGrid grid) {
    JsonNode json = parsed(body);
    JsonNode rows = json.path("rows");
    if (!rows.isArray() || rows.size() > MOST_ROWS) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The table came without its rows, or with more than 50000. Load the page anew.");
    }
    List<TypedRow> typed = new ArrayList<>();
    rows.forEach(row -> typed.add(row(row, grid)));
    if (typed.stream().mapToLong(row -> length(row, grid)).sum() > LONGEST) {
      throw ProblemType.TOO_LARGE.with(
          "The table holds more than " + LONGEST + " characters. Split it into several.");
    }
    while (!typed.isEmpty() && blank(typed.get(typed.size() - 1), grid)) {
      typed.remove(typed.size() - 1);
    }
    return new TypedTable(
        typed, json.path("comment").asText(""), json.path("whole").asBoolean(false));
  }

  /**
   * The files of the rule set with these rows in the table.
   *
   * @throws HttpProblem when they have faults, which are told by their cells
   */
  RuleSetFiles on(RuleSetFiles files, TableGrid grid) {
    ProblemList problems = new ProblemList();
    grid.check(rows, problems);
    if (!problems.isEmpty()) {
      throw Proposals.unreadable(problems);
    }
    String file = grid.table().file();
    byte[] workbook = Objects.requireNonNull(files.all().get(file));
    return files.with(Map.of(file, grid.write(workbook, rows)));
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw ProblemType.MALFORMED_REQUEST.with("The table is no JSON. Load the page anew.");
    }
  }

  private static TypedRow row(JsonNode row, TableGrid grid) {
    JsonNode number = row.isObject() ? row.path("from") : row;
    int last = TableGrid.FIRST_ROW + grid.rows().size() - 1;
    int from = number.isInt() ? number.intValue() : -1;
    JsonNode cells = row.path("cells");
    boolean known = from == 0 || from >= TableGrid.FIRST_ROW && from <= last;
    if (!known || row.isObject() && !isTexts(cells, grid.columns().size())) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "A row is none of this table. Load the page anew; what you typed is kept.");
    }
    List<String> texts = new ArrayList<>();
    cells.forEach(cell -> texts.add(cell.textValue()));
    return new TypedRow(from, row.isObject() ? texts : null);
  }

  private static boolean isTexts(JsonNode cells, int columns) {
    if (!cells.isArray() || cells.size() != columns) {
      return false;
    }
    for (JsonNode cell : cells) {
      if (!cell.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static boolean blank(TypedRow row, TableGrid grid) {
    return length(row, grid) == 0;
  }

  /** Of all its texts together. */
  private static int length(TypedRow row, TableGrid grid) {
    List<String> texts = row.texts();
    if (texts == null) {
      int index = row.from() - TableGrid.FIRST_ROW;
      texts = row.from() == 0 ? List.of() : grid.rows().get(index);
    }
    return texts.stream().mapToInt(String::length).sum();
  }
}
