package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.expectation.ExpectationReader;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.domain.dispute.ReadResult;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.PlainId;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.OwnTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads test cases from YAML or worksheet entries, and reports all their problems. */
final class CaseReader {
  private static final List<String> KEYS = List.of("id", "title", "source", "facts", "expect");
  private static final String REFUSED = "refused";
  private static final int MAX_SHOWN = 60;

  private final List<RuleProblem> problems;
  private final OwnTerms own;
  private final CustomFacts custom;
  private final Set<String> ids = new HashSet<>();

  CaseReader(OwnTerms own, List<RuleProblem> problems) {
    this.own = own;
    this.custom = own.facts();
    this.problems = problems;
  }

  /** Empty if the case has problems. */
  Optional<TestCase> read(LocatedJson entry) {
    int before = problems.size();
    JsonNode tree = entry.tree();
    if (!tree.isObject()) {
      problem(
          entry,
          "",
          ProblemCode.NOT_A_CASE,
          null,
          "this entry is not a test case.",
          "Begin it with \"- id:\".");
      return Optional.empty();
    }
    refuseUnknownKeys(entry);
    String id = id(entry);
    String title = text(entry, "title");
    String source = tree.has("source") ? text(entry, "source") : null;
    TestCase.Expected expected = expected(entry, id);
    return problems.size() == before && expected != null
        ? Optional.of(new TestCase(id, title, source, entry.at(""), expected))
        : Optional.empty();
  }

  private void refuseUnknownKeys(LocatedJson entry) {
    entry
        .tree()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                problem(
                    entry,
                    LocatedJson.pointer("", key),
                    ProblemCode.UNKNOWN_KEY,
                    key,
                    key + " is unknown in a test case.",
                    ClosestWord.advice(key, KEYS));
              }
            });
  }

  private String id(LocatedJson entry) {
    String id = text(entry, "id");
    if (!id.isEmpty() && !PlainId.isValid(id)) {
      problem(
          entry,
          "/id",
          ProblemCode.BAD_ID,
          id,
          "the id is not valid.",
          "Use at most 64 letters, digits, hyphens, dots, underscores and colons.");
    }
    if (!id.isEmpty() && !ids.add(id)) {
      problem(
          entry,
          "/id",
          ProblemCode.DUPLICATE_ID,
          id,
          "another case has this id.",
          "Use another one.");
    }
    return id;
  }

  private String text(LocatedJson entry, String key) {
    JsonNode value = entry.tree().path(key);
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      return value.asText();
    }
    problem(
        entry, "/" + key, ProblemCode.MISSING, null, "the case has no " + key + ".", "Write one.");
    return "";
  }

  private TestCase.@Nullable Expected expected(LocatedJson entry, String id) {
    JsonNode facts = entry.tree().path("facts");
    JsonNode expect = entry.tree().path("expect");
    if (!facts.isObject()) {
      problem(entry, "/facts", ProblemCode.MISSING, null, "the case has no facts.", "Write them.");
    }
    if (!expect.isObject()) {
      problem(
          entry,
          "/expect",
          ProblemCode.MISSING,
          null,
          "the case expects nothing.",
          "Add expect: with the expected decision.");
    }
    if (!facts.isObject() || !expect.isObject()) {
      return null;
    }
    ReadResult reading = DisputeReader.read(facts, custom, country -> TestCases.DAY);
    if (expect.has(REFUSED)) {
      return refused(entry, reading);
    }
    Expectation decision =
        new ExpectationReader(
                (pointer, code, value, message, suggestion) ->
                    problem(entry, pointer, code, value, message, suggestion),
                own)
            .read(expect, "/expect");
    return reading.fold(
        dispute -> new TestCase.Decided(dated(dispute, id), decision),
        factProblems -> refuse(entry, factProblems));
  }

  private static Dispute dated(Dispute dispute, String id) {
    LocalDate day = Objects.requireNonNullElse(dispute.asOf(), TestCases.DAY);
    return dispute.on(day, Objects.requireNonNullElse(dispute.disputeId(), id));
  }

  private TestCase.@Nullable Expected refuse(LocatedJson entry, List<FactProblem> factProblems) {
    for (FactProblem problem : factProblems) {
      if (!own.complete() && problem.pointer().startsWith("/" + OwnTerms.MEMBER + "/")) {
        continue;
      }
      problem(
          entry,
          "/facts" + problem.pointer(),
          ProblemCode.FACTS_REFUSED,
          null,
          problem.message().toString(),
          "Correct it, or expect refused: [" + problem.pointer() + "].");
    }
    return null;
  }

  private TestCase.Expected refused(LocatedJson entry, ReadResult reading) {
    JsonNode expect = entry.tree().get("expect");
    if (expect.size() > 1) {
      problem(
          entry,
          "/expect",
          ProblemCode.REFUSED_AND_MORE,
          null,
          "facts that are refused have no decision.",
          "Expect refused alone.");
    }
    List<String> pointers = new ArrayList<>();
    JsonNode named = expect.get(REFUSED);
    (named.isArray() ? named : List.of(named)).forEach(pointer -> pointers.add(pointer.asText()));
    if (pointers.isEmpty() || !pointers.stream().allMatch(pointer -> pointer.matches("|/.*"))) {
      problem(
          entry,
          "/expect/" + REFUSED,
          ProblemCode.BAD_POINTER,
          named.toString(),
          "refused names no JSON pointer.",
          "Write one such as /order/quantity.");
    }
    return new TestCase.Refused(
        pointers,
        reading.fold(
            accepted -> Set.of(),
            factProblems ->
                factProblems.stream().map(FactProblem::pointer).collect(Collectors.toSet())));
  }

  private void problem(
      LocatedJson entry,
      String pointer,
      ProblemCode code,
      @Nullable String value,
      String message,
      String suggestion) {
    String shown =
        value != null && value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "..." : value;
    problems.add(entry.at(pointer).problem(code, shown, message, suggestion));
  }
}
