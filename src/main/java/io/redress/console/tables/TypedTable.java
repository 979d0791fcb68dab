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
import io.redress.rules.source.edit.EditRefusedException;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The edited table as the page sends it: {@code {"rows": [4, {"from": 5, "cells": ["LOST", ""]}],
 * ...}}. A number is an unchanged row; {@code from} 0 is a new row.
 */
record TypedTable(List<TypedRow> rows, String comment, boolean whole, boolean overlaps) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** In characters: more than any workbook within the upload limit contains. */
  private static final long MAX_CHARACTERS = 20_000_000;

  /** One more than a table may have, so that the table reader reports the problem. */
  private static final int MAX_ROWS = 50_001;

  static TypedTable read(String body, TableSheet grid) {
    JsonNode json = parsed(body);
    JsonNode rows = json.path("rows");
    if (!rows.isArray() || rows.size() > MAX_ROWS) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The table has no rows, or more than 50000. Reload the page.");
    }
    List<TypedRow> typed = new ArrayList<>();
    rows.forEach(row -> typed.add(row(row, grid)));
    if (typed.stream().mapToLong(row -> length(row, grid)).sum() > MAX_CHARACTERS) {
      throw ProblemType.TOO_LARGE.with(
          "The table has more than " + MAX_CHARACTERS + " characters. Split it into several.");
    }
    while (!typed.isEmpty() && blank(typed.get(typed.size() - 1), grid)) {
      typed.remove(typed.size() - 1);
    }
    return new TypedTable(
        typed,
        json.path("comment").asText(""),
        json.path("whole").asBoolean(false),
        json.path("overlaps").asBoolean(false));
  }

  /**
   * The files of the rule set with these rows in the table.
   *
   * @throws HttpProblem 422 with the problems by cell when the rows are invalid
   */
  RuleSetFiles on(RuleSetFiles files, TableSheet grid) {
    ProblemList problems = new ProblemList();
    grid.check(rows, problems);
    if (!problems.isEmpty()) {
      throw Proposals.unreadable(problems);
    }
    String file = grid.table().file();
    byte[] workbook = Objects.requireNonNull(files.all().get(file));
    try {
      return files.with(Map.of(file, grid.write(workbook, rows)));
    } catch (EditRefusedException refused) {
      throw Proposals.unreadable(List.of(refused.problem()));
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw ProblemType.MALFORMED_REQUEST.with("The table is not JSON. Reload the page.");
    }
  }

  private static TypedRow row(JsonNode row, TableSheet grid) {
    JsonNode number = row.isObject() ? row.path("from") : row;
    int last = TableSheet.FIRST_ROW + grid.rows().size() - 1;
    int from = number.isInt() ? number.intValue() : -1;
    JsonNode cells = row.path("cells");
    boolean known = from == 0 || from >= TableSheet.FIRST_ROW && from <= last;
    if (!known || row.isObject() && !isTexts(cells, grid.columns().size())) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "A row does not belong to this table. Reload the page; your input is kept.");
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

  private static boolean blank(TypedRow row, TableSheet grid) {
    return length(row, grid) == 0;
  }

  /** The length of all texts of a row. */
  private static int length(TypedRow row, TableSheet grid) {
    List<String> texts = row.texts();
    if (texts == null) {
      int index = row.from() - TableSheet.FIRST_ROW;
      texts = row.from() == 0 ? List.of() : grid.rows().get(index);
    }
    return texts.stream().mapToInt(String::length).sum();
  }
}
