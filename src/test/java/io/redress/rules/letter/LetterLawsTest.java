package io.redress.rules.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Action;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Letter;
import io.redress.domain.decision.Refund;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Party;
import io.redress.domain.dispute.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of letters, for random decisions with unknown values. */
class LetterLawsTest {
  private static final Letters LETTERS = ShippedLetters.read();
  private static final List<String> CODES = codes();

  private Random random = new Random();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21})
  void everyLetterIsCleanText(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Decided decided = decided();
      Letter letter = LETTERS.write(decided.decision());

      assertThat(letter.subject()).isNotBlank().doesNotContain("\n");
      assertThat(letter.subject() + "\n\n" + letter.body())
          .as("%s %s %s %s", decided.locale, decided.reason, decided.code, decided.actions)
          .doesNotContain("null", "{", "}", "[", "]", "|", "_", "\n\n\n", "..", "::", "()", "（）")
          .doesNotContainPattern(" {2}| [,.;?]|[ ，]\\n|\\n ")
          .doesNotContain("，，", "。。", "，。", ",,", ".,", ".;");
      assertThat(letter.body().split("\n\n")).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void letterPromisesOnlyWhatIsDecided(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Decided decided = decided();
      decided.locale = "en";
      String body = LETTERS.write(decided.decision()).body();
      Set<ActionType> types = EnumSet.noneOf(ActionType.class);
      decided.actions.forEach(action -> types.add(action.type()));

      assertThat(body.contains("We will refund") || body.contains("we will refund"))
          .isEqualTo(types.stream().anyMatch(ActionType::refunds));
      assertThat(body.contains("off your next order"))
          .isEqualTo(types.contains(ActionType.NEXT_ORDER_DISCOUNT));
      assertThat(body.contains("opening a claim"))
          .isEqualTo(types.contains(ActionType.CARRIER_CLAIM));
      boolean first = ParcelState.of(decided.decision()) == ParcelState.NOT_SHIPPED;
      assertThat(body.contains("We will send you") || body.contains("We will send your goods"))
          .isEqualTo(
              types.contains(ActionType.REPLACEMENT) && !first
                  || types.contains(ActionType.SEND_PART));
      assertThat(body.contains("We will ship your order"))
          .isEqualTo(
              first
                  && (types.contains(ActionType.REPLACEMENT)
                      || types.contains(ActionType.KEEP_TRACKING)));
    }
  }

  private Decided decided() {
    LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4_000));
    Dates dates =
        new Dates(perhaps(() -> day), perhaps(() -> day), perhaps(() -> day), null, null, null);
    Decided decided =
        new Decided(
            any(List.of(Reason.values())), any(CODES), actions(dates).toArray(Action[]::new));
    decided.dates = dates;
    decided.locale = any(ShippedLetters.TAGS);
    decided.buyer = perhaps(() -> "Anna Schmidt");
    decided.seller = perhaps(() -> "Blue Silk Store");
    decided.item = perhaps(() -> "dress");
    decided.orderedOn = perhaps(() -> day);
    decided.quantity = perhaps(() -> 1 + random.nextInt(2_000));
    decided.affected = perhaps(() -> random.nextInt(1_500));
    decided.carrier = perhaps(() -> "China Post");
    decided.trackingNumber = perhaps(() -> "RB123456789CN");
    decided.trackingUrl = perhaps(() -> "https://t.17track.net/RB123456789CN");
    decided.latestDeliveryOn = perhaps(() -> day);
    decided.deliveredOn = perhaps(() -> day);
    decided.shippingResumesOn = perhaps(() -> day);
    decided.returnFee = perhaps(() -> any(List.of(Party.values())));
    decided.reshipFee = perhaps(() -> any(List.of(Party.values())));
    decided.peakSeason = any(List.of("NONE", "CHRISTMAS", "SOME_SEASON"));
    decided.holiday = any(List.of("NONE", "SPRING_FESTIVAL", "SOME_DAY"));
    return decided;
  }

  private List<Action> actions(Dates dates) {
    List<Action> actions = new ArrayList<>();
    Set<ActionType> types = EnumSet.noneOf(ActionType.class);
    for (int i = 0; i <= random.nextInt(4); i++) {
      ActionType type = any(List.of(ActionType.values()));
      boolean second = type.refunds() && types.stream().anyMatch(ActionType::refunds);
      if (!second && types.add(type)) {
        actions.add(action(type, dates));
      }
    }
    return actions;
  }

  private Action action(ActionType type, Dates dates) {
    return switch (type) {
      case REQUEST_EVIDENCE ->
          new Action.RequestEvidence(List.of(Evidence.Type.values()).subList(random.nextInt(3), 3));
      case REPLACEMENT -> new Action.Replacement(null, dates.shipBefore());
      case PARTIAL_REFUND, FULL_REFUND, RETURN_AND_REFUND -> new Action.Refunding(type, refund());
      case KEEP_TRACKING -> new Action.KeepTracking(dates.nextReviewBy());
      case BUYER_ACTION -> new Action.BuyerAction(any(CODES));
      case ESCALATE_TO_HUMAN -> new Action.EscalateToHuman(any(CODES), dates.nextReviewBy());
      case REVIEW -> new Action.Review(any(CODES), dates.nextReviewBy());
      case SEND_PART -> new Action.SendPart(perhaps(() -> "lid"), 1, "/problem/defects/0/part");
      case REJECT -> new Action.Reject(any(CODES));
      case NEXT_ORDER_DISCOUNT -> new Action.NextOrderDiscount(new BigDecimal("7.5"));
      case CARRIER_CLAIM, SELLER_PROVIDES_DOCUMENTS, PAY_DUTY, NO_ACTION -> new Action.Plain(type);
    };
  }

  private Refund refund() {
    boolean priced = random.nextBoolean();
    return new Refund(
        priced ? new BigDecimal("28.00") : null,
        priced ? Currency.getInstance("EUR") : null,
        BigDecimal.valueOf(random.nextInt(101)),
        any(List.of(Refund.ShippingFee.values())),
        null,
        null);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> @Nullable T perhaps(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  /** Returns all codes in the English letters, and one that is not in them. */
  private static List<String> codes() {
    Set<String> codes = new TreeSet<>(Set.of("NOT_IN_ANY_LETTER"));
    for (String name :
        LetterFile.read(
                "letters/en.txt", ShippedLetters.files().get("letters/en.txt"), new ArrayList<>())
            .orElseThrow()
            .keySet()) {
      codes.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return List.copyOf(codes);
  }
}
