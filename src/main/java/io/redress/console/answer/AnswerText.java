package io.redress.console.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.console.Messages;
import io.redress.console.answer.AnswerView.Detail;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.OwnTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Texts for the members of an answer's JSON. */
public final class AnswerText {
  private static final List<String> DATES =
      List.of("answerBy", "respondBy", "returnBy", "refundBy", "shipBefore", "nextReviewBy");

  private static final String PEAK_SEASON = "PEAK_SEASON";

  private final Messages messages;
  private final OwnText own;

  /**
   * @param rules the rule set that decided; empty if it can no longer be read
   */
  public AnswerText(Messages messages, Optional<RuleSet> rules) {
    this.messages = messages;
    this.own = new OwnText(messages, rules);
  }

  /**
   * Why it was decided so; beside a promise to ship, a holiday or peak season explains its date.
   */
  String reason(JsonNode answer) {
    String code = answer.path("reasonCode").asText();
    boolean delays =
        answer.at("/dates/shipBefore").isTextual()
            && (code.equals(PEAK_SEASON)
                || code.equals(answer.at("/assessment/holiday").asText())
                || code.equals(answer.at("/assessment/peakSeason").asText()));
    return messages.say(delays ? "answers.reason.delay" : "answers.reason", messages.word(code));
  }

  /** The actions with their details, one line each. */
  List<String> actions(JsonNode actions) {
    return StreamSupport.stream(actions.spliterator(), false).map(this::action).toList();
  }

  private String action(JsonNode action) {
    List<String> details = new ArrayList<>();
    action.path("types").forEach(type -> details.add(messages.word(type.asText())));
    code(action, "what").ifPresent(details::add);
    code(action, "why").ifPresent(details::add);
    if (action.has("part")) {
      details.add(action.path("part").asText());
    }
    if (action.has("quantity")) {
      details.add(messages.say("answers.action.quantity", action.path("quantity").asInt()));
    }
    amount(action).ifPresent(details::add);
    if (action.has("percent")) {
      details.add(messages.percent(action.path("percent").decimalValue()));
    }
    day(action, "shipBefore")
        .ifPresent(day -> details.add(messages.say("answers.action.shipBefore", day)));
    day(action, "nextReviewBy")
        .ifPresent(day -> details.add(messages.say("answers.action.nextReviewBy", day)));
    day(action, "by").ifPresent(day -> details.add(messages.say("answers.action.by", day)));
    String name = messages.word(action.path("type").asText());
    return details.isEmpty() ? name : name + ": " + String.join(", ", details);
  }

  /** Money, pieces, who pays, and promised dates, if any. */
  List<Detail> details(JsonNode answer) {
    List<Detail> details = new ArrayList<>();
    JsonNode refund = answer.path("refund");
    if (refund.isObject()) {
      add(details, "answers.refund", Optional.of(refund(refund)));
      add(details, "answers.refund.fee", code(refund, "shippingFee"));
      add(details, "answers.refund.duty", code(refund, "duty"));
      add(details, "answers.refund.granted", money(refund, "alreadyGranted"));
    }
    BigDecimal discount = answer.path("nextOrderDiscountPercent").decimalValue();
    add(
        details,
        "answers.discount",
        Optional.of(discount).filter(percent -> percent.signum() > 0).map(messages::percent));
    add(details, "answers.replacement", number(answer, "replacementQuantity"));
    add(details, "answers.goods", goods(answer.path("goods")));
    add(details, "answers.fee.return", code(answer, "returnFeePaidBy"));
    add(details, "answers.fee.reship", code(answer, "reshipFeePaidBy"));
    if (answer.at("/evidence/required").asBoolean()) {
      add(details, "answers.evidence", Optional.of(list(answer.at("/evidence/types"))));
    }
    for (String date : DATES) {
      add(details, "answers.date." + date, day(answer.path("dates"), date));
    }
    details.addAll(own.of(answer.path(OwnTerms.MEMBER)));
    return details;
  }

  private void add(List<Detail> details, String label, Optional<String> value) {
    value.ifPresent(text -> details.add(new Detail(messages.say(label), text)));
  }

  private String refund(JsonNode refund) {
    String share =
        messages.say(
            "answers.refund.share", messages.percent(refund.path("percentOfGoods").decimalValue()));
    return amount(refund)
        .map(amount -> amount + " (" + share + ")")
        .orElseGet(() -> share + ". " + messages.say("answers.refund.unpriced"));
  }

  private Optional<String> amount(JsonNode refund) {
    return money(refund, "amount");
  }

  private Optional<String> money(JsonNode refund, String name) {
    return refund.has(name) && refund.has("currency")
        ? Optional.of(
            messages.money(
                new BigDecimal(refund.path(name).asText()), refund.path("currency").asText()))
        : Optional.empty();
  }

  private Optional<String> goods(JsonNode goods) {
    return Optional.of(goods)
        .filter(JsonNode::isTextual)
        .map(code -> messages.say("answers.goods." + code.asText()));
  }

  /** Any member of an answer as text, for comparing two answers. */
  public String member(String name, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return switch (name) {
      case "actions" -> String.join("\n", actions(value));
      case "refund" -> refund(value);
      case "evidence" -> list(value.path("types"));
      case "nextOrderDiscountPercent" -> messages.percent(value.decimalValue());
      case "goods" -> goods(value).orElse("");
      case OwnTerms.MEMBER ->
          own.of(value).stream()
              .map(one -> one.label() + ": " + one.value())
              .collect(Collectors.joining("\n"));
      case "warnings" -> lines(value, this::warning);
      case "trace" -> lines(value, this::place);
      default -> plain(name, value);
    };
  }

  /** A warning in the reader's language, else its English message. */
  String warning(JsonNode warning) {
    return messages.phrase(
        Phrase.gist(warning.path("code").asText(), warning.path("message").asText()));
  }

  private String plain(String name, JsonNode value) {
    if (name.startsWith("dates.")) {
      return messages.date(LocalDate.parse(value.asText()));
    }
    boolean written = name.startsWith("letter.") || value.isNumber();
    return written ? value.asText() : messages.word(value.asText());
  }

  private String place(JsonNode source) {
    String file = source.path("file").asText();
    return source.has("sheet")
        ? messages.say(
            "answers.trace.row",
            source.path("row").asText(),
            file + ", " + source.path("sheet").asText())
        : source.path("rule").asText() + " (" + file + ")";
  }

  private String list(JsonNode codes) {
    return String.join(
        ", ",
        StreamSupport.stream(codes.spliterator(), false)
            .map(code -> messages.word(code.asText()))
            .toList());
  }

  private static String lines(JsonNode values, Function<JsonNode, String> line) {
    return String.join("\n", StreamSupport.stream(values.spliterator(), false).map(line).toList());
  }

  private Optional<String> code(JsonNode object, String name) {
    return Optional.of(object.path(name))
        .filter(JsonNode::isTextual)
        .map(code -> messages.word(code.asText()));
  }

  private Optional<String> number(JsonNode object, String name) {
    return Optional.of(object.path(name))
        .filter(JsonNode::isNumber)
        .map(number -> messages.number(number.decimalValue()));
  }

  private Optional<String> day(JsonNode object, String name) {
    return Optional.of(object.path(name))
        .filter(JsonNode::isTextual)
        .map(day -> messages.date(LocalDate.parse(day.asText())));
  }
}
