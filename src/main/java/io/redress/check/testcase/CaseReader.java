package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.expectation.ExpectationReader;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.domain.dispute.ReadResult;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.PlainId;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes test cases of what was written in whatever form, and names every fault of it. */
final class CaseReader {
  private static final List<String> KEYS = List.of("id", "title", "source", "facts", "expect");
  private static final String REFUSED = "refused";
  private static final int MOST_SHOWN = 60;

  private final List<RuleProblem> problems;
  private final Set<String> ids = new HashSet<>();

  CaseReader(List<RuleProblem> problems) {
    this.problems = problems;
  }

  /** Empty when the case has a fault. */
  Optional<TestCase> read(LocatedJson written) {
    int before = problems.size();
    JsonNode tree = written.tree();
    if (!tree.isObject()) {
      problem(
          written,
          "",
          ProblemCode.NOT_A_CASE,
          null,
          "this is no case.",
          "Begin it with \"- id:\".");
      return Optional.empty();
    }
    refuseUnknownKeys(written);
    String id = id(written);
    String title = text(written, "title");
    String source = tree.has("source") ? text(written, "source") : null;
    TestCase.Expected expected = expected(written, id);
    return problems.size() == before && expected != null
        ? Optional.of(new TestCase(id, title, source, written.at(""), expected))
        : Optional.empty();
  }

  private void refuseUnknownKeys(LocatedJson written) {
    written
        .tree()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                problem(
                    written,
                    LocatedJson.pointer("", key),
                    ProblemCode.UNKNOWN_KEY,
                    key,
                    key + " says nothing in a case.",
                    ClosestWord.advice(key, KEYS));
              }
            });
  }

  private String id(LocatedJson written) {
    String id = text(written, "id");
    if (!id.isEmpty() && !PlainId.isValid(id)) {
      problem(
          written,
          "/id",
          ProblemCode.BAD_ID,
          id,
          "an id can not read so.",
          "Use up to 64 letters, digits, hyphens, points, underscores and colons.");
    }
    if (!id.isEmpty() && !ids.add(id)) {
      problem(
          written,
          "/id",
          ProblemCode.DUPLICATE_ID,
          id,
          "another case has this id.",
          "Use another one.");
    }
    return id;
  }

  private String text(LocatedJson written, String key) {
    JsonNode value = written.tree().path(key);
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      return value.asText();
    }
    problem(
        written,
        "/" + key,
        ProblemCode.MISSING,
        null,
        "the case has no " + key + ".",
        "Write one.");
    return "";
  }

  private TestCase.@Nullable Expected expected(LocatedJson written, String id) {
    JsonNode facts = written.tree().path("facts");
    JsonNode expect = written.tree().path("expect");
    if (!facts.isObject()) {
      problem(
          written, "/facts", ProblemCode.MISSING, null, "the case has no facts.", "Write them.");
    }
    if (!expect.isObject()) {
      problem(
          written,
          "/expect",
          ProblemCode.MISSING,
          null,
          "the case expects nothing.",
          "Write expect: and what.");
    }
    if (!facts.isObject() || !expect.isObject()) {
      return null;
    }
    ReadResult reading = DisputeReader.read(facts, country -> TestCases.DAY);
    if (expect.has(REFUSED)) {
      return refused(written, reading);
    }
    Expectation decision =
        new ExpectationReader(
                (pointer, code, value, message, suggestion) ->
                    problem(written, pointer, code, value, message, suggestion))
            .read(expect, "/expect");
    return reading.fold(
        dispute -> new TestCase.Decided(dated(dispute, id), decision),
        faults -> refuse(written, faults));
  }

  private static Dispute dated(Dispute dispute, String id) {
    LocalDate day = Objects.requireNonNullElse(dispute.asOf(), TestCases.DAY);
    return dispute.on(day, Objects.requireNonNullElse(dispute.disputeId(), id));
  }

  private TestCase.@Nullable Expected refuse(LocatedJson written, List<FactProblem> faults) {
    for (FactProblem fault : faults) {
      problem(
          written,
          "/facts" + fault.pointer(),
          ProblemCode.FACTS_REFUSED,
          null,
          fault.message().toString(),
          "Correct it, or expect refused: [" + fault.pointer() + "].");
    }
    return null;
  }

  private TestCase.Expected refused(LocatedJson written, ReadResult reading) {
    JsonNode expect = written.tree().get("expect");
    if (expect.size() > 1) {
      problem(
          written,
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
          written,
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
            faults -> faults.stream().map(FactProblem::pointer).collect(Collectors.toSet())));
  }

  private void problem(
      LocatedJson written,
      String pointer,
      ProblemCode code,
      @Nullable String value,
      String message,
      String suggestion) {
    String shown =
        value != null && value.length() > MOST_SHOWN
            ? value.substring(0, MOST_SHOWN) + "..."
            : value;
    problems.add(written.at(pointer).problem(code, shown, message, suggestion));
  }
}
