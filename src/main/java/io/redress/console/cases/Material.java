package io.redress.console.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.journal.Decided;
import io.redress.lifecycle.StoredRuleSet;
import io.redress.ruleset.RuleSetFiles;
import io.redress.testcase.ExpectedPart;
import io.redress.testcase.NewCase;
import io.redress.testcase.TestCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a case can be made of: a decision, and the cases that there are.
 *
 * @param base the rule set that the case is to be added to
 */
record Material(
    Decided decided, JsonNode decision, StoredRuleSet base, RuleSetFiles files, TestCases cases) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final String KIND = ".yaml";
  private static final String USUAL = "decided";
  private static final int LONGEST = 200;

  static Material of(Decided decided, StoredRuleSet base, RuleSetFiles files, TestCases cases) {
    return new Material(decided, json(decided.decision()), base, files, cases);
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

  List<FormFault> faults(CaseForm form) {
    List<FormFault> faults = new ArrayList<>();
    String id = CaseForm.tidied(form.id);
    String title = CaseForm.tidied(form.title);
    if (!ID.matcher(id).matches()) {
      faults.add(new FormFault("id", "cases.badId"));
    } else if (cases.ids().contains(id)) {
      faults.add(new FormFault("id", "cases.takenId"));
    }
    if (title.isEmpty() || title.length() > LONGEST) {
      faults.add(new FormFault("title", "cases.badTitle"));
    }
    if (CaseForm.tidied(form.source).length() > LONGEST) {
      faults.add(new FormFault("source", "cases.badSource"));
    }
    if (form.parts().isEmpty()) {
      faults.add(new FormFault("part-RESOLUTION", "cases.nothingExpected"));
    }
    if (form.inNewFile()) {
      String name = CaseForm.tidied(form.newFile);
      if (!FILE.matcher(name).matches() || RuleSetFiles.namesDevice(name)) {
        faults.add(new FormFault("newFile", "cases.badFile"));
      } else if (files.all().containsKey(file(form))) {
        faults.add(new FormFault("newFile", "cases.takenFile"));
      }
    } else if (!yamlFiles().contains(file(form))) {
      faults.add(new FormFault("file", "cases.unknownFile"));
    }
    return faults;
  }
}
