package io.redress.console.cases;

import io.redress.check.testcase.NewCase;
import io.redress.check.testcase.TestCases;
import io.redress.console.FormProblem;
import io.redress.platform.text.PlainId;
import io.redress.rules.ruleset.RuleSetFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The files of a rule set, to which a test case is added. */
record CaseFiles(RuleSetFiles files, TestCases cases) {
  private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final String EXTENSION = ".yaml";
  private static final String DEFAULT_NAME = "decided";
  private static final int MAX_LENGTH = 200;

  /** Files to which a test case can be added. */
  public List<String> yamlFiles() {
    return files.testCases().keySet().stream().filter(name -> name.endsWith(EXTENSION)).toList();
  }

  /** The default file for test cases from pages; empty if it does not exist yet. */
  public String defaultFile() {
    return files.all().containsKey(RuleSetFiles.TEST_CASES + DEFAULT_NAME + EXTENSION)
        ? RuleSetFiles.TEST_CASES + DEFAULT_NAME + EXTENSION
        : "";
  }

  /** A suggested name for a new file; empty if the default file exists. */
  public String freeFile() {
    return defaultFile().isEmpty() ? DEFAULT_NAME : "";
  }

  /** The file to which the test case is added. */
  String file(CaseForm form) {
    return form.inNewFile()
        ? RuleSetFiles.TEST_CASES + CaseForm.tidied(form.newFile) + EXTENSION
        : CaseForm.tidied(form.file);
  }

  /** The content of a file with the test case appended. */
  byte[] with(NewCase testCase, String file) {
    return testCase.addedTo(Objects.requireNonNullElse(files.all().get(file), new byte[0]));
  }

  /** What is wrong with the name of the case, and with its file. */
  List<FormProblem> problems(CaseForm form) {
    List<FormProblem> problems = new ArrayList<>();
    String id = CaseForm.tidied(form.id);
    String title = CaseForm.tidied(form.title);
    if (!PlainId.isValid(id)) {
      problems.add(new FormProblem("id", "cases.badId"));
    } else if (cases.ids().contains(id)) {
      problems.add(new FormProblem("id", "cases.takenId"));
    }
    if (title.isEmpty() || title.length() > MAX_LENGTH) {
      problems.add(new FormProblem("title", "cases.badTitle"));
    }
    if (CaseForm.tidied(form.source).length() > MAX_LENGTH) {
      problems.add(new FormProblem("source", "cases.badSource"));
    }
    if (form.inNewFile()) {
      String name = CaseForm.tidied(form.newFile);
      if (!FILE.matcher(name).matches() || RuleSetFiles.namesDevice(name)) {
        problems.add(new FormProblem("newFile", "cases.badFile"));
      } else if (files.all().containsKey(file(form))) {
        problems.add(new FormProblem("newFile", "cases.takenFile"));
      }
    } else if (!yamlFiles().contains(file(form))) {
      problems.add(new FormProblem("file", "cases.unknownFile"));
    }
    return problems;
  }
}
