package io.redress.rules.letter;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes by which a text chooses its words: {@code {parcel, select, LOST {...} other {...}}}. */
enum CodePlaceholder {
  /** Where the parcel is. */
  PARCEL(ParcelState::of, ParcelState.values()),
  /** The main remedy. */
  RESOLUTION(Decision::resolution, ActionType.values()),
  /** Why the buyer complains. */
  REASON(decision -> decision.assessment().dispute().reason(), Reason.values()),
  /** Whether the promised day, or a month without shipping, has passed. */
  TIMING(CodePlaceholder::timing, Timing.values());

  /** The law of the EU, the UK and the US gives a seller who promised no day 30 days. */
  private static final int DAYS_WITHOUT_A_PROMISE = 30;

  private static final Map<String, CodePlaceholder> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(CodePlaceholder::text, Function.identity()));

  private final Function<Decision, @Nullable Enum<?>> code;
  private final List<String> codes;

  CodePlaceholder(Function<Decision, @Nullable Enum<?>> code, Enum<?>... values) {
    this.code = code;
    this.codes = Arrays.stream(values).map(Enum::name).toList();
  }

  /** Whether the seller is late. */
  enum Timing {
    IN_TIME,
    LATE
  }

  static @Nullable CodePlaceholder named(String name) {
    return BY_NAME.get(name);
  }

  static List<String> names() {
    return BY_NAME.keySet().stream().sorted().toList();
  }

  /** Returns the name in a text. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns all codes that it may have. */
  List<String> codes() {
    return codes;
  }

  /** Returns its value; {@code other} when unknown. */
  String of(Decision decision) {
    Enum<?> value = code.apply(decision);
    return value == null ? "other" : value.name();
  }

  private static @Nullable Timing timing(Decision decision) {
    Assessment assessment = decision.assessment();
    if (assessment.daysLate() != null) {
      return assessment.daysLate() > 0 ? Timing.LATE : Timing.IN_TIME;
    }
    Integer waiting =
        assessment.daysSinceShipped() != null
            ? assessment.daysSinceShipped()
            : assessment.daysSinceOrdered();
    if (waiting == null) {
      return null;
    }
    return waiting > DAYS_WITHOUT_A_PROMISE ? Timing.LATE : Timing.IN_TIME;
  }
}
