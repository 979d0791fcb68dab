package io.redress.check.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.check.expectation.Expectation;
import io.redress.check.expectation.ExpectationProblems;
import io.redress.check.expectation.ExpectationReader;
import io.redress.check.expectation.NumberPointer;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.OwnTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads KPIs, and reports all their problems. */
final class KpisReader {
  private static final List<String> FIGURES = List.of("count", "sum", "share");
  private static final List<String> KPI = List.of("name", "title", "count", "sum", "share");
  private static final List<String> CONDITION = List.of("facts", "decision");
  private static final String LETTER = "letter";
  private static final String WHEN = "when";
  private static final String OF = "of";
  private static final String AMONG = "among";
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final int MAX_TITLE = 200;

  private final LocatedJson file;
  private final OwnTerms own;
  private final List<RuleProblem> problems;
  private final ExpectationProblems place;
  private final Set<String> names = new HashSet<>();

  KpisReader(LocatedJson file, OwnTerms own, List<RuleProblem> problems) {
    this.file = file;
    this.own = own;
    this.problems = problems;
    this.place =
        (pointer, code, value, message, suggestion) ->
            problems.add(file.at(pointer).problem(code, value, message, suggestion));
  }

  /** Whatever has problems is left out. */
  List<Kpi> read() {
    JsonNode tree = file.tree();
    List<Kpi> kpis = new ArrayList<>();
    if (!tree.isArray()) {
      add("", ProblemCode.NOT_A_KPI, "the file is not a list.", "Begin each KPI with \"- name:\".");
      return kpis;
    }
    if (tree.size() > Kpis.MAX) {
      add(
          "/" + Kpis.MAX,
          ProblemCode.TOO_LARGE,
          "there are " + tree.size() + " KPIs.",
          "Keep at most " + Kpis.MAX + ".");
      return kpis;
    }
    for (int i = 0; i < tree.size(); i++) {
      int before = problems.size();
      Optional<Kpi> kpi = kpi(tree.get(i), "/" + i);
      if (problems.size() == before) {
        kpi.ifPresent(kpis::add);
      }
    }
    return kpis;
  }

  private Optional<Kpi> kpi(JsonNode kpi, String at) {
    if (!kpi.isObject()) {
      add(at, ProblemCode.NOT_A_KPI, "this entry is not a KPI.", "Begin it with \"- name:\".");
      return Optional.empty();
    }
    refuseUnknown(at, KPI, "in a KPI");
    String name = name(kpi.path("name"), at + "/name");
    Map<String, String> title = title(kpi.path("title"), at + "/title");
    List<String> figures = FIGURES.stream().filter(kpi::has).toList();
    if (figures.size() != 1) {
      add(
          at,
          ProblemCode.NOT_A_KPI,
          figures.isEmpty()
              ? "the KPI has nothing to add up."
              : "the KPI has " + String.join(" and ", figures) + ".",
          "Write one of " + String.join(", ", FIGURES) + ".");
      return Optional.empty();
    }
    String figure = figures.get(0);
    return figure(figure, kpi.get(figure), at + "/" + figure)
        .map(read -> new Kpi(name, title, read));
  }

  private Optional<Kpi.Figure> figure(String figure, JsonNode node, String at) {
    if (figure.equals("sum") && node.isTextual()) {
      return number(node, at).map(of -> new Kpi.Sum(of, Condition.ANY));
    }
    if (!node.isObject()) {
      add(
          at,
          ProblemCode.WRONG_TYPE,
          figure + " has no members.",
          switch (figure) {
            case "count" -> "Write it as count: {when: {decision: {resolution: REJECT}}}.";
            case "sum" -> "Write it as sum: /decision/refund/amount.";
            default -> "Write it as share: {of: {decision: {resolution: REJECT}}}.";
          });
      return Optional.empty();
    }
    return switch (figure) {
      case "count" -> {
        refuseUnknown(at, List.of(WHEN), "in count");
        yield Optional.of(new Kpi.Count(condition(node.path(WHEN), at, WHEN, true)));
      }
      case "sum" -> {
        refuseUnknown(at, List.of(OF, WHEN), "in sum");
        Condition when = condition(node.path(WHEN), at, WHEN, false);
        yield number(node.path(OF), at + "/" + OF).map(of -> new Kpi.Sum(of, when));
      }
      default -> {
        refuseUnknown(at, List.of(OF, AMONG), "in share");
        yield Optional.of(
            new Kpi.Share(
                condition(node.path(OF), at, OF, true),
                condition(node.path(AMONG), at, AMONG, false)));
      }
    };
  }

  private Optional<NumberPointer> number(JsonNode written, String at) {
    if (written.isTextual()) {
      return NumberPointer.read(written.textValue(), own, at, place);
    }
    add(
        at,
        ProblemCode.MISSING,
        "the sum does not say of what.",
        "Write a pointer, such as of: /decision/refund/amount.");
    return Optional.empty();
  }

  private Condition condition(JsonNode node, String parent, String name, boolean required) {
    String at = parent + "/" + name;
    if (node.isMissingNode() && !required) {
      return Condition.ANY;
    }
    if (!node.isObject() || node.isEmpty()) {
      add(at, ProblemCode.MISSING, name + " is empty.", "Write facts: or decision: in it.");
      return Condition.ANY;
    }
    refuseUnknown(at, CONDITION, "in " + name);
    JsonNode decision = node.path("decision");
    decision
        .fieldNames()
        .forEachRemaining(
            member -> {
              if (member.equals(LETTER) || member.startsWith(LETTER + ".")) {
                add(
                    LocatedJson.pointer(at + "/decision", member),
                    ProblemCode.VALUE_NOT_ALLOWED,
                    "a KPI cannot name the letter.",
                    "Name what is decided, such as resolution.");
              }
            });
    ExpectationReader reader = new ExpectationReader(place, own);
    return new Condition(
        expectation(node, at, "facts", reader::readFacts),
        expectation(node, at, "decision", reader::read),
        ofTrace(decision));
  }

  private static boolean ofTrace(JsonNode decision) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(decision.fieldNames(), 0), false)
        .anyMatch(name -> name.startsWith("trace"));
  }

  private @Nullable Expectation expectation(
      JsonNode node, String at, String part, BiFunction<JsonNode, String, Expectation> reader) {
    return node.has(part) ? reader.apply(node.get(part), at + "/" + part) : null;
  }

  private String name(JsonNode value, String at) {
    String name = value.isValueNode() && !value.isNull() ? value.asText() : "";
    if (name.isBlank()) {
      add(at, ProblemCode.MISSING, "the KPI has no name.", "Write one.");
      return "";
    }
    if (!name.matches("[a-z0-9-]{1,64}")) {
      add(
          at,
          ProblemCode.BAD_ID,
          name + " is not a valid name.",
          "Use at most 64 of a-z, 0-9 and hyphens.");
    }
    if (!names.add(name)) {
      add(at, ProblemCode.DUPLICATE_ID, "another KPI is called " + name + ".", "Use another name.");
    }
    return name;
  }

  /** One text, which counts as English, or one for each language. */
  private Map<String, String> title(JsonNode title, String at) {
    Map<String, String> titles = new TreeMap<>();
    if (title.isObject()) {
      title
          .properties()
          .forEach(
              one -> {
                String inside = LocatedJson.pointer(at, one.getKey());
                if (!isLanguage(one.getKey())) {
                  add(
                      inside,
                      ProblemCode.VALUE_NOT_ALLOWED,
                      one.getKey() + " is not a language.",
                      "Use a code of BCP 47, such as en or zh.");
                }
                title(one.getValue(), inside, one.getKey(), titles);
              });
    } else if (!title.isMissingNode()) {
      title(title, at, "en", titles);
    }
    return titles;
  }

  private static boolean isLanguage(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return locale.toLanguageTag().equals(tag) && LANGUAGES.contains(locale.getLanguage());
  }

  private void title(JsonNode text, String at, String language, Map<String, String> titles) {
    if (!text.isValueNode() || text.isNull() || text.asText().isBlank()) {
      add(at, ProblemCode.MISSING, "the title is empty.", "Write a text, or leave it out.");
    } else if (text.asText().length() > MAX_TITLE) {
      add(
          at,
          ProblemCode.VALUE_OUT_OF_RANGE,
          "the title has " + text.asText().length() + " characters.",
          "Use at most " + MAX_TITLE + ".");
    } else {
      titles.put(language, text.asText().strip());
    }
  }

  private void refuseUnknown(String pointer, List<String> known, String where) {
    file.tree()
        .at(pointer)
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                add(
                    LocatedJson.pointer(pointer, key),
                    ProblemCode.UNKNOWN_KEY,
                    key + " is unknown " + where + ".",
                    ClosestWord.advice(key, known));
              }
            });
  }

  private void add(String pointer, ProblemCode code, String message, String suggestion) {
    problems.add(file.at(pointer).problem(code, null, message, suggestion));
  }
}
