package io.redress.rules.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.ruleset.RuleSet;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No letter contradicts its decision, in any language.
 *
 * <p>What a letter claims is found by its words, and compared with the decision and the facts; each
 * number in it is one of theirs, and each day that the buyer needs is in it.
 */
class LettersAgreeTest {
  private static final int DISPUTES = System.getenv("CI") == null ? 4_000 : 20_000;
  private static final int MAX_SHOWN = 8;

  /** Numbers that texts have of themselves: the sales of 12 December and 11 November. */
  private static final List<String> FIXED =
      List.of(
          "12 December",
          "12. Dezember",
          "12 décembre",
          "12 de diciembre",
          "12 de dezembro",
          "12 декабря",
          "11 ноября");

  private final RuleSet rules = RuleSet.load(Path.of("rules"));

  /** By kind, the first of each. */
  private final Map<String, String> contradictions = new TreeMap<>();

  private final Map<Locale, Formatted> formatted = new HashMap<>();
  private final Map<Claim, Integer> said = new EnumMap<>(Claim.class);

  @Test
  void noLetterContradictsItsDecision() {
    SeededDisputes.from(20_150_215)
        .limit(DISPUTES)
        .map(rules::decideWithoutLetter)
        .forEach(this::check);

    assertThat(contradictions).isEmpty();
    assertThat(said).as("claims that letters make").containsKeys(Claim.values());
  }

  private void check(Decision decision) {
    for (Letter letter : rules.letters(decision)) {
      if (contradictions.size() == MAX_SHOWN) {
        return;
      }
      String tag = letter.locale().toLanguageTag();
      String text = letter.subject() + "\n" + letter.body();
      for (Claim claim : Claim.values()) {
        boolean claimed = claim.isIn(tag, letter.body());
        if (claimed) {
          said.merge(claim, 1, Integer::sum);
        }
        if (!claim.agrees(decision, claimed)) {
          contradiction(claim + (claimed ? " is said" : " is not said"), decision, letter);
        }
      }
      Formatted formats = formatted.computeIfAbsent(letter.locale(), Formatted::new);
      numbers(decision, letter, formats, text);
      days(decision, letter, formats);
    }
  }

  /** Each number is one of the decision or the facts. */
  private void numbers(Decision decision, Letter letter, Formatted formats, String text) {
    String rest = text;
    for (String known : known(decision, formats).toList()) {
      rest = rest.replace(known, "");
    }
    for (String fixed : FIXED) {
      rest = rest.replace(fixed, "");
    }
    if (rest.chars().anyMatch(Character::isDigit)) {
      contradiction("a number that is not in the decision", decision, letter);
    }
  }

  private static Stream<String> known(Decision decision, Formatted formats) {
    Assessment assessment = decision.assessment();
    Dispute dispute = assessment.dispute();
    Stream<LocalDate> days =
        Stream.of(
            decision.dates().respondBy(),
            decision.dates().shipBefore(),
            decision.dates().nextReviewBy(),
            decision.dates().refundBy(),
            decision.dates().returnBy(),
            assessment.shippingResumesOn(),
            dispute.order().orderedOn(),
            dispute.shipment().latestDeliveryOn(),
            dispute.shipment().deliveredOn(),
            dispute.evidence().requestedOn());
    Stream<BigDecimal> percents =
        Stream.of(
            decision.nextOrderDiscountPercent(),
            decision.refund() == null ? null : decision.refund().percentOfGoods());
    Stream<Integer> pieces =
        Stream.of(
            dispute.order().quantity(),
            assessment.affectedQuantity(),
            decision.replacementQuantity(),
            dispute.shipment().parcelsDelivered(),
            dispute.shipment().parcelsTotal());
    return Stream.of(
            days.filter(Objects::nonNull).map(formats::date),
            amounts(decision, formats),
            percents.filter(Objects::nonNull).map(formats::percent),
            pieces.filter(Objects::nonNull).map(formats::number))
        .flatMap(values -> values)
        .sorted((one, other) -> other.length() - one.length());
  }

  private static Stream<String> amounts(Decision decision, Formatted formats) {
    Refund refund = decision.refund();
    Currency currency = refund == null ? null : refund.currency();
    return currency == null
        ? Stream.empty()
        : Stream.of(refund.amount(), refund.alreadyGranted())
            .filter(Objects::nonNull)
            .map(amount -> formats.money(amount, currency));
  }

  /** Each day that the buyer needs is in the letter. */
  private void days(Decision decision, Letter letter, Formatted formats) {
    Stream.concat(
            Stream.of(
                decision.dates().respondBy(),
                decision.dates().shipBefore(),
                decision.dates().nextReviewBy(),
                decision.dates().refundBy(),
                decision.dates().returnBy()),
            decision.actions().stream()
                .map(
                    action -> action instanceof Action.EscalateToHuman person ? person.by() : null))
        .filter(Objects::nonNull)
        .filter(day -> !letter.body().contains(formats.date(day)))
        .forEach(day -> contradiction("a day is missing", decision, letter));
  }

  /** Formatted values; most occur many times. */
  private static final class Formatted {
    private final LocaleFormat formats;
    private final Map<Object, String> texts = new HashMap<>();

    Formatted(Locale locale) {
      this.formats = LocaleFormat.of(locale);
    }

    String date(LocalDate day) {
      return texts.computeIfAbsent(day, value -> formats.date(day));
    }

    String number(Integer number) {
      return texts.computeIfAbsent(number, value -> formats.number(number));
    }

    String percent(BigDecimal percent) {
      return texts.computeIfAbsent(percent, value -> formats.percent(percent));
    }

    String money(BigDecimal amount, Currency currency) {
      return texts.computeIfAbsent(
          List.of(amount, currency), value -> formats.money(amount, currency));
    }
  }

  private void contradiction(String what, Decision decision, Letter letter) {
    contradictions.putIfAbsent(
        what,
        String.format(
            Locale.ROOT,
            "%s: %s %s goods %s %s fee %s%n%s%n%s%n%s",
            letter.locale().toLanguageTag(),
            decision.actions(),
            decision.reasonCode(),
            decision.goods(),
            decision.dates(),
            decision.returnFeePaidBy(),
            decision.assessment().dispute().toString().replaceAll("\\w+=null,? ?", ""),
            letter.subject(),
            letter.body()));
  }
}
