package io.redress.rules.engine;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Dates;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.Shipment;
import io.redress.rules.calendar.CalendarWarning;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes the days that a decision promises, so that they agree with each other. */
final class Promises {
  /** A person answers within two working days unless a table says otherwise. */
  private static final int HAND_OVER_WORKING_DAYS = 2;

  private final Calendars calendars;
  private final Dispute dispute;
  private final Assessment assessment;
  private final Outcomes outcomes;
  private final List<Warning> warnings;
  private final LocalDate asOf;
  private final WorkingDays selling;
  private final boolean resolved;
  private @Nullable LocalDate handOverBy;

  /**
   * @param resolved whether the case is closed, so that nothing is due afterwards
   * @param warnings receives warnings about promises that cannot be kept
   */
  Promises(
      Assessment assessment,
      Outcomes outcomes,
      Calendars calendars,
      boolean resolved,
      List<Warning> warnings) {
    this.assessment = assessment;
    this.dispute = assessment.dispute();
    this.outcomes = outcomes;
    this.calendars = calendars;
    this.resolved = resolved;
    this.warnings = warnings;
    this.asOf = Objects.requireNonNull(dispute.asOf());
    this.selling = calendars.workingDays(dispute.order().sellerCountryOrDefault());
  }

  /** Returns the days as tables state them, for rules that do not ask for more. */
  Dates asStated() {
    Integer ship = outcomes.shipWithinWorkingDays();
    return new Dates(
        workingDayOfBuyer(after(asOf, outcomes.respondWithinDays())),
        ship == null ? null : known(selling.add(asOf, ship)),
        after(asOf, outcomes.reviewWithinDays()),
        null,
        null,
        null);
  }

  /** Returns the days so that none of them contradicts another. */
  Dates sound() {
    PlatformClock clock = new PlatformClock(dispute, outcomes);
    LocalDate answerBy = clock.answerBy();
    clock.passed().ifPresent(this::warn);
    LocalDate returned = sendsGoodsBack() ? deliveredOnOrBefore() : asOf;
    LocalDate respondBy = returned == null ? null : respondBy(returned);
    LocalDate shipBefore = shipBefore();
    LocalDate review = reviewBy(earlier(respondBy, shipBefore));
    if (!resolved) {
      clock.waitsPast(Stream.of(review, respondBy)).ifPresent(this::warn);
    }
    review = inTime(review, answerBy);
    if (outcomes.actions().stream().anyMatch(ActionType::handsOver)) {
      handOverBy = handOverBy(review, answerBy);
      review = earlier(review, handOverBy);
    }
    return new Dates(
        respondBy,
        shipBefore,
        review,
        answerBy,
        inWorkingTime(after(asOf, outcomes.refundWithinDays())),
        returned == null ? null : workingDayOfBuyer(after(returned, outcomes.returnWithinDays())));
  }

  /** Returns the day by which a person looks at the case; null when none has to. */
  @Nullable LocalDate handOverBy() {
    return handOverBy;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? other : one;
  }

  /**
   * Returns a working day of the buyer, and not before the seller is back to read the answer; but
   * no later than the last day on which the parcel can be collected.
   */
  private @Nullable LocalDate respondBy(LocalDate from) {
    LocalDate asked = after(from, outcomes.respondWithinDays());
    if (asked == null) {
      return null;
    }
    LocalDate read = selling.onOrAfter(asOf.plusDays(1));
    return earlier(workingDayOfBuyer(read.isAfter(asked) ? read : asked), collectBy());
  }

  /**
   * Returns the last day for collecting the parcel on which a pickup point is open, or the last day
   * of all when none of them is; null when there is none, or it has passed.
   */
  private @Nullable LocalDate collectBy() {
    LocalDate last = dispute.shipment().collectBy();
    if (last == null || last.isBefore(asOf)) {
      return null;
    }
    Country country = dispute.order().buyerCountry();
    LocalDate day = last;
    while (country != null && day.isAfter(asOf) && !calendars.workingDays(country).works(day)) {
      day = day.minusDays(1);
    }
    return day.isAfter(asOf) ? day : last;
  }

  private @Nullable LocalDate shipBefore() {
    Integer days = outcomes.shipWithinWorkingDays();
    return days == null
        ? null
        : promised(selling.promised(asOf, days), () -> selling.add(asOf, days));
  }

  private @Nullable LocalDate reviewBy(@Nullable LocalDate limit) {
    Integer days = outcomes.reviewWithinDays();
    return days == null ? null : promised(selling.reviewBy(asOf, days, limit), () -> asOf);
  }

  /** Returns the day, or an earlier working day on which the platform still takes the answer. */
  private @Nullable LocalDate inTime(@Nullable LocalDate day, @Nullable LocalDate answerBy) {
    if (day == null || answerBy == null || !day.isAfter(answerBy)) {
      return day;
    }
    LocalDate before = onOrBefore(answerBy);
    return before.isBefore(asOf) ? day : before;
  }

  private @Nullable LocalDate handOverBy(@Nullable LocalDate review, @Nullable LocalDate answerBy) {
    Integer stated = outcomes.handOverWithinWorkingDays();
    if (stated == null && review != null && outcomes.resolution() == ActionType.ESCALATE_TO_HUMAN) {
      return review;
    }
    int days = Objects.requireNonNullElse(stated, HAND_OVER_WORKING_DAYS);
    Optional<LocalDate> day =
        selling.promised(asOf, days).or(() -> selling.reviewBy(asOf, days, null));
    return inTime(promised(day, () -> asOf), answerBy);
  }

  private LocalDate onOrBefore(LocalDate day) {
    LocalDate working = day;
    while (!selling.works(working) && !working.isBefore(asOf)) {
      working = working.minusDays(1);
    }
    return working;
  }

  /** A promise to be kept within some days is kept before a weekend, not after it. */
  private @Nullable LocalDate inWorkingTime(@Nullable LocalDate day) {
    if (day == null) {
      return null;
    }
    LocalDate before = onOrBefore(day);
    return before.isBefore(asOf) ? selling.onOrAfter(day) : before;
  }

  private static @Nullable LocalDate after(LocalDate from, @Nullable Integer days) {
    return days == null ? null : from.plusDays(days);
  }

  private @Nullable LocalDate workingDayOfBuyer(@Nullable LocalDate day) {
    Country country = dispute.order().buyerCountry();
    return country == null || day == null ? day : calendars.workingDays(country).onOrAfter(day);
  }

  private @Nullable LocalDate known(LocalDate day) {
    return promised(Optional.of(day).filter(selling::published), () -> day);
  }

  /**
   * Returns the day, or warns that the calendar lacks the year in which it would be.
   *
   * @param wanted that day, had all holidays been known
   */
  private @Nullable LocalDate promised(Optional<LocalDate> day, Supplier<LocalDate> wanted) {
    if (day.isEmpty()) {
      warn(CalendarWarning.notPublished(wanted.get()));
    }
    return day.orElse(null);
  }

  private boolean sendsGoodsBack() {
    return outcomes.resolution() == ActionType.RETURN_AND_REFUND
        || outcomes.returnFeePaidBy() != null;
  }

  /**
   * Returns the day from which the buyer has the goods to send back, today or later; null when it
   * is not known, because the goods are still on their way.
   */
  private @Nullable LocalDate deliveredOnOrBefore() {
    Shipment shipment = dispute.shipment();
    boolean travelling =
        shipment.deliveredOn() == null
            && shipment.trackingStatus() != null
            && shipment.trackingStatus() != Shipment.TrackingStatus.DELIVERED;
    LocalDate promised = shipment.latestDeliveryOn();
    boolean ahead = promised != null && promised.isAfter(asOf);
    if (shipment.deliveredOn() == null && ahead) {
      return promised;
    }
    return travelling ? null : asOf;
  }

  private void warn(Warning warning) {
    if (warnings.stream().noneMatch(known -> known.code().equals(warning.code()))) {
      warnings.add(warning);
    }
  }
}
