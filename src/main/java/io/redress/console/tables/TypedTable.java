package io.redress.console.tables;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.rulesets.Proposals;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.edit.EditRefusedException;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The edited table as the page sends it: {@code {"rows": [4, {"from": 5, "cells": ["LOST", ""]}],
 * ...}}. A number is an unchanged row; {@code from} 0 is a new row.
 */
record TypedTable(List<TypedRow> rows, String comment, boolean whole, boolean overlaps) {
  static TypedTable read(InputStream body, TableSheet grid) {
    return TypedTableReader.read(body, grid);
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
}
