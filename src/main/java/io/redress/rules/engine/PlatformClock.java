package io.redress.rules.engine;

import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.Dispute;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The day by which the seller answers on the platform: its own word, else the days of a table. */
final class PlatformClock {
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final String pointer;
  private final LocalDate asOf;
  private final @Nullable LocalDate due;

  /**
   * @param outcomes have the days that tables give, which count from the complaint
   */
  PlatformClock(Dispute dispute, Outcomes outcomes) {
    boolean given = dispute.platformDeadline() != null;
    this.pointer = given ? "/platformDeadline" : "/platform";
    this.asOf = Objects.requireNonNull(dispute.asOf());
    this.due = given ? dispute.platformDeadline() : counted(dispute.complainedOn(), outcomes);
  }

  private static @Nullable LocalDate counted(LocalDate opened, Outcomes outcomes) {
    Integer days = outcomes.answerWithinDays();
    Integer weekdays = outcomes.answerWithinWorkingDays();
    if (days != null) {
      return opened.plusDays(days);
    }
    return weekdays == null ? null : afterWeekdays(opened, weekdays);
  }

  /** Platforms count weekdays, whatever is closed in the seller's country. */
  private static LocalDate afterWeekdays(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (!WEEKEND.contains(day.getDayOfWeek())) {
        left--;
      }
    }
    return day;
  }

  /** Returns the day; null when there is none, or it has passed. */
  @Nullable LocalDate answerBy() {
    return due == null || due.isBefore(asOf) ? null : due;
  }

  /** Returns a warning when the day has passed. */
  Optional<Warning> passed() {
    return Optional.ofNullable(due)
        .filter(day -> day.isBefore(asOf))
        .map(
            day ->
                new Warning(
                    Warning.Code.PLATFORM_DEADLINE_PASSED,
                    pointer,
                    "The day for the answer on the platform, "
                        + day
                        + ", has passed. Answer at once."));
  }

  /** Returns a warning when one of the days for which the decision waits is after the answer's. */
  Optional<Warning> waitsPast(Stream<@Nullable LocalDate> waiting) {
    LocalDate answerBy = answerBy();
    return answerBy == null
        ? Optional.empty()
        : waiting
            .filter(day -> day != null && day.isAfter(answerBy))
            .findFirst()
            .map(
                day ->
                    new Warning(
                        Warning.Code.ANSWER_DUE_BEFORE_REVIEW,
                        pointer,
                        "This decision waits until "
                            + day
                            + ", but the answer on the platform is due on "
                            + answerBy
                            + "."));
  }
}
