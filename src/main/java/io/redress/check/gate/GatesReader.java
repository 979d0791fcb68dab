package io.redress.check.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.PlainNumber;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads gates, and reports all their problems. */
final class GatesReader {
  private static final List<String> FILE = List.of("impactRun", "gates");
  private static final List<String> RUN = List.of("days", "maxAgeDays", "redemptionRate");
  private static final List<String> GATE = List.of("id", "gate", "above", "then");
  private static final List<String> LIMITS = List.of("changedPercent", "monthlyCost");
  private static final List<String> MONEY = List.of("amount", "currency");
  private static final List<String> THEN =
      Arrays.stream(Gate.Then.values()).map(Enum::name).toList();

  private static final BigDecimal MAX_DAYS = BigDecimal.valueOf(366);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MAX_AMOUNT = BigDecimal.TEN.pow(12);

  private final LocatedJson file;
  private final List<RuleProblem> problems;
  private final Set<String> ids = new HashSet<>();

  GatesReader(LocatedJson file, List<RuleProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Whatever has problems is left out. */
  Optional<Gates> read() {
    JsonNode tree = file.tree();
    if (!tree.isObject()) {
      add("", ProblemCode.NOT_A_GATE, "the file has no gates.", "Begin it with \"impactRun:\".");
      return Optional.empty();
    }
    refuseUnknown("", FILE, "in " + file.at("").file());
    RunRequirement requirement = requirement(tree.path("impactRun"));
    List<Gate> gates = new ArrayList<>();
    JsonNode entries = tree.path("gates");
    if (tree.has("gates") && !entries.isArray()) {
      add(
          "/gates",
          ProblemCode.NOT_A_GATE,
          "gates is not a list.",
          "Begin each gate with \"- id:\", or leave gates out.");
    }
    for (int i = 0; entries.isArray() && i < entries.size(); i++) {
      gate(entries.get(i), "/gates/" + i).ifPresent(gates::add);
    }
    return Optional.ofNullable(requirement).map(run -> new Gates(run, gates));
  }

  private @Nullable RunRequirement requirement(JsonNode run) {
    if (!run.isObject()) {
      add(
          "/impactRun",
          ProblemCode.MISSING,
          "there is no impactRun.",
          "Write which one activations need, such as impactRun: {days: 30, maxAgeDays: 7}.");
      return null;
    }
    refuseUnknown("/impactRun", RUN, "in impactRun");
    BigDecimal days = number("/impactRun/days", BigDecimal.ONE, MAX_DAYS, true, "30");
    BigDecimal age = number("/impactRun/maxAgeDays", BigDecimal.ONE, MAX_DAYS, true, "7");
    BigDecimal rate =
        run.has("redemptionRate")
            ? number("/impactRun/redemptionRate", BigDecimal.ZERO, BigDecimal.ONE, false, "0.3")
            : BigDecimal.ONE;
    return days == null || age == null || rate == null
        ? null
        : new RunRequirement(days.intValueExact(), age.intValueExact(), rate);
  }

  private Optional<Gate> gate(JsonNode gate, String at) {
    if (!gate.isObject()) {
      add(at, ProblemCode.NOT_A_GATE, "this entry is not a gate.", "Begin it with \"- id:\".");
      return Optional.empty();
    }
    refuseUnknown(at, GATE, "in a gate");
    String id = id(at);
    String sentence = text(at + "/gate", "gate", "Write in a sentence what it demands.");
    Gate.Limits above = limits(gate.path("above"), at + "/above");
    String word = text(at + "/then", "then", "Write SECOND_ADMIN or REFUSE.");
    if (!word.isEmpty() && !THEN.contains(word)) {
      add(
          at + "/then",
          ProblemCode.VALUE_NOT_ALLOWED,
          word + " is not a value of then.",
          ClosestWord.advice(word, THEN));
      return Optional.empty();
    }
    return above == null || word.isEmpty()
        ? Optional.empty()
        : Optional.of(new Gate(id, sentence, above, Gate.Then.valueOf(word)));
  }

  private String id(String at) {
    String id = text(at + "/id", "id", "Write one.");
    if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,64}")) {
      add(
          at + "/id",
          ProblemCode.BAD_ID,
          id + " is not a valid id.",
          "Use a-z, 0-9 and hyphens only.");
    }
    if (!id.isEmpty() && !ids.add(id)) {
      add(
          at + "/id",
          ProblemCode.DUPLICATE_ID,
          "another gate is called " + id + ".",
          "Use another id.");
    }
    return id;
  }

  private String text(String pointer, String name, String suggestion) {
    JsonNode value = file.tree().at(pointer);
    if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      return value.asText();
    }
    add(pointer, ProblemCode.MISSING, "the gate has no " + name + ".", suggestion);
    return "";
  }

  private Gate.@Nullable Limits limits(JsonNode above, String at) {
    if (!above.isObject() || above.isEmpty()) {
      add(
          at,
          ProblemCode.MISSING,
          "the gate has no limit.",
          "Write one, such as above: {changedPercent: 5}.");
      return null;
    }
    refuseUnknown(at, LIMITS, "in above");
    BigDecimal percent =
        above.has("changedPercent")
            ? number(at + "/changedPercent", BigDecimal.ZERO, HUNDRED, false, "5")
            : null;
    return new Gate.Limits(percent, costs(above.path("monthlyCost"), at + "/monthlyCost"));
  }

  /** One amount, or a list of them in different currencies. */
  private Map<String, BigDecimal> costs(JsonNode costs, String at) {
    Map<String, BigDecimal> limits = new TreeMap<>();
    if (costs.isArray() && !costs.isEmpty()) {
      for (int i = 0; i < costs.size(); i++) {
        cost(costs.get(i), at + "/" + i, limits);
      }
    } else if (!costs.isMissingNode()) {
      cost(costs, at, limits);
    }
    return limits;
  }

  private void cost(JsonNode cost, String at, Map<String, BigDecimal> limits) {
    if (!cost.isObject()) {
      add(
          at,
          ProblemCode.WRONG_TYPE,
          "this is not an amount of money.",
          "Write it as {amount: 1000, currency: USD}.");
      return;
    }
    refuseUnknown(at, MONEY, "in an amount of money");
    BigDecimal amount = number(at + "/amount", BigDecimal.ZERO, MAX_AMOUNT, false, "1000");
    String code = text(at + "/currency", "currency", "Write one of ISO 4217, such as USD.");
    Optional<Currency> currency = currency(code);
    if (!code.isEmpty() && currency.isEmpty()) {
      add(
          at + "/currency",
          ProblemCode.VALUE_NOT_ALLOWED,
          code + " is not a currency.",
          "Use a code of ISO 4217, such as USD.");
    } else if (amount != null
        && currency.isPresent()
        && amount.stripTrailingZeros().scale() > currency.get().getDefaultFractionDigits()) {
      add(
          at + "/amount",
          ProblemCode.VALUE_OUT_OF_RANGE,
          amount.toPlainString() + " has more decimals than " + code + " has.",
          "Use at most " + currency.get().getDefaultFractionDigits() + ".");
    } else if (amount != null && currency.isPresent() && limits.putIfAbsent(code, amount) != null) {
      add(
          at + "/currency",
          ProblemCode.DUPLICATE_KEY,
          "there are two limits in " + code + ".",
          "Keep one of them.");
    }
  }

  private static Optional<Currency> currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(one -> one.getCurrencyCode().equals(code))
        .filter(one -> one.getDefaultFractionDigits() >= 0)
        .findFirst();
  }

  /** A number, or a text that is one; null if there is a problem. */
  private @Nullable BigDecimal number(
      String pointer, BigDecimal min, BigDecimal max, boolean whole, String example) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    JsonNode value = file.tree().at(pointer);
    if (value.isMissingNode() || value.isNull()) {
      add(
          pointer,
          ProblemCode.MISSING,
          "there is no " + name + ".",
          "Write one, such as " + name + ": " + example + ".");
      return null;
    }
    Optional<BigDecimal> number =
        value.isNumber() || value.isTextual()
            ? PlainNumber.parse(value.asText())
            : Optional.empty();
    if (number.isEmpty() || whole && number.get().stripTrailingZeros().scale() > 0) {
      add(
          pointer,
          ProblemCode.WRONG_TYPE,
          name + " is not a " + (whole ? "whole " : "") + "number.",
          "Write one, such as " + example + ".");
      return null;
    }
    if (number.get().compareTo(min) < 0 || number.get().compareTo(max) > 0) {
      add(
          pointer,
          ProblemCode.VALUE_OUT_OF_RANGE,
          name
              + " "
              + number.get().toPlainString()
              + (number.get().compareTo(min) < 0 ? " is below " + min : " is above " + max)
              + ".",
          "Use " + min + " to " + max + ".");
      return null;
    }
    return number.get();
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
