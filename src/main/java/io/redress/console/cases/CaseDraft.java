package io.redress.console.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.testcase.ExpectedPart;
import io.redress.check.testcase.NewCase;
import io.redress.check.testcase.TestCases;
import io.redress.journal.write.DecisionRecord;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.text.PlainId;
import io.redress.rules.ruleset.RuleSetFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a case can be made of: a decision, and the cases that there are.
 *
 * @param base the rule set that the case is to be added to
 */
record CaseDraft(
    DecisionRecord decided,
    JsonNode decision,
    StoredRuleSet base,
    RuleSetFiles files,
    TestCases cases) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final String KIND = ".yaml";
  private static final String USUAL = "decided";
  private static final int LONGEST = 200;

  static CaseDraft of(
      DecisionRecord decided, StoredRuleSet base, RuleSetFiles files, TestCases cases) {
    return new CaseDraft(decided, json(decided.decision()), base, files, cases);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }

  public String freeId() {
    String reason = json(decided.facts()).path("reason").asText();
    return NewCase.freeId(cases.ids(), reason, decided.resolution());
  }

  /** Names of the files that a case can be added to. */
  public List<String> yamlFiles() {
    return files.testCases().keySet().stream().filter(name -> name.endsWith(KIND)).toList();
  }

  /** The file that cases made of decisions go to, once there is one; empty until then. */
  public String usualFile() {
    return files.all().containsKey(RuleSetFiles.TEST_CASES + USUAL + KIND)
        ? RuleSetFiles.TEST_CASES + USUAL + KIND
        : "";
  }

  /** What a new file may be called. */
  public String freeFile() {
    return usualFile().isEmpty() ? USUAL : "";
  }

  public List<ExpectedPart> parts() {
    return List.of(ExpectedPart.values());
  }

  NewCase made(CaseForm form) {
    return NewCase.of(
        CaseForm.tidied(form.id),
        CaseForm.tidied(form.title),
        CaseForm.tidied(form.source),
        (ObjectNode) json(decided.facts()),
        decision,
        form.parts());
  }

  /** Name of the file that the case is to be added to. */
  String file(CaseForm form) {
    return form.inNewFile()
        ? RuleSetFiles.TEST_CASES + CaseForm.tidied(form.newFile) + KIND
        : CaseForm.tidied(form.file);
  }

  /** That file's content with the case in it. */
  byte[] with(NewCase made, String file) {
    return made.addedTo(Objects.requireNonNullElse(files.all().get(file), new byte[0]));
  }

  List<FormProblem> faults(CaseForm form) {
    List<FormProblem> faults = new ArrayList<>();
    String id = CaseForm.tidied(form.id);
    String title = CaseForm.tidied(form.title);
    if (!PlainId.isValid(id)) {
      faults.add(new FormProblem("id", "cases.badId"));
    } else if (cases.ids().contains(id)) {
      faults.add(new FormProblem("id", "cases.takenId"));
    }
    if (title.isEmpty() || title.length() > LONGEST) {
      faults.add(new FormProblem("title", "cases.badTitle"));
    }
    if (CaseForm.tidied(form.source).length() > LONGEST) {
      faults.add(new FormProblem("source", "cases.badSource"));
    }
    if (form.parts().isEmpty()) {
      faults.add(new FormProblem("part-RESOLUTION", "cases.nothingExpected"));
    }
    if (form.inNewFile()) {
      String name = CaseForm.tidied(form.newFile);
      if (!FILE.matcher(name).matches() || RuleSetFiles.namesDevice(name)) {
        faults.add(new FormProblem("newFile", "cases.badFile"));
      } else if (files.all().containsKey(file(form))) {
        faults.add(new FormProblem("newFile", "cases.takenFile"));
      }
    } else if (!yamlFiles().contains(file(form))) {
      faults.add(new FormProblem("file", "cases.unknownFile"));
    }
    return faults;
  }
}
