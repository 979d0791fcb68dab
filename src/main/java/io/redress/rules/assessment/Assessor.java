package io.redress.rules.assessment;

import io.redress.domain.decision.Assessment;
import io.redress.domain.decision.Warning;
import io.redress.domain.dispute.Complaint;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Grant;
import io.redress.domain.dispute.Order;
import io.redress.domain.dispute.Reason;
import io.redress.domain.dispute.Shipment;
import io.redress.rules.calendar.CalendarWarning;
import io.redress.rules.calendar.Calendars;
import io.redress.rules.calendar.Period;
import io.redress.rules.calendar.WorkingDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Computes an assessment from the facts and the calendars only. */
public final class Assessor {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<Reason> ABOUT_MISSING_PIECES =
      EnumSet.of(
          Reason.MISSING_PARTS, Reason.SHORT_SHIPMENT, Reason.EMPTY_BOX, Reason.INCOMPLETE_ORDER);
  private static final Set<Reason> ABOUT_ALL_PIECES =
      EnumSet.of(Reason.COUNTERFEIT, Reason.CHANGED_MIND, Reason.EMPTY_BOX);

  private final Calendars calendars;

  public Assessor(Calendars calendars) {
    this.calendars = calendars;
  }

  /**
   * @param dispute with {@code asOf}
   */
  public Assessment assess(Dispute dispute) {
    LocalDate asOf = Objects.requireNonNull(dispute.asOf(), "asOf");
    Order order = dispute.order();
    Shipment shipment = dispute.shipment();
    Integer affected = affectedQuantity(dispute);
    WorkingDays selling = calendars.workingDays(order.sellerCountryOrDefault());
    LocalDate complained = dispute.complainedOn();
    LocalDate counted = counted(dispute, complained);
    EarlierRemedies earlier = new EarlierRemedies(dispute);
    Optional<Grant> last = earlier.last();
    Optional<Period> closure = selling.closureTouchingHandling(asOf);
    String holiday =
        Objects.requireNonNullElseGet(
            dispute.holiday(), () -> closure.map(Period::name).orElse(Calendars.NONE));
    return new Assessment(
        dispute,
        affected,
        percent(affected, order.quantity()),
        order.paidForGoods(),
        affectedValue(order, affected),
        order.paid(),
        earlier.refunded(),
        earlier.refundedPercent(),
        earlier.types(),
        Math.max(
            earlier.replacementsSent(),
            Objects.requireNonNullElse(dispute.previousReplacements(), 0)),
        last.map(Grant::type).orElse(null),
        last.map(Grant::status).orElse(null),
        days(last.map(Grant::on).orElse(null), asOf),
        days(order.orderedOn(), asOf),
        days(shipment.shippedOn(), asOf),
        daysUnderWay(dispute, asOf),
        days(shipment.deliveredOn(), asOf),
        days(shipment.lastTrackingUpdateOn(), asOf),
        days(dispute.problem().reportedOn(), asOf),
        days(lastEvent(dispute, asOf), asOf),
        days(order.orderedOn(), complained),
        days(shipment.deliveredOn(), complained),
        days(shipment.deliveredOn(), counted),
        yearAfterDelivery(shipment.deliveredOn(), counted),
        dispute.evidence().timesRequested(),
        days(dispute.evidence().requestedOn(), asOf),
        days(dispute.evidence().receivedOn(), asOf),
        days(shipment.additionalPeriodEnd(), asOf),
        days(shipment.latestDeliveryOn(), Objects.requireNonNullElse(shipment.deliveredOn(), asOf)),
        daysUntil(shipment.collectBy(), asOf),
        daysUntil(dispute.platformDeadline(), asOf),
        Objects.requireNonNullElseGet(dispute.peakSeason(), () -> calendars.peakSeason(asOf)),
        holiday,
        holiday.equals(Calendars.NONE) ? null : resumes(selling, closure),
        !selling.works(asOf),
        buyerHoliday(order.buyerCountry(), asOf),
        warnings(dispute, selling));
  }

  private static @Nullable LocalDate resumes(WorkingDays selling, Optional<Period> closure) {
    return closure.map(selling::resumesAfter).filter(selling::published).orElse(null);
  }

  private static @Nullable Integer daysUnderWay(Dispute dispute, LocalDate asOf) {
    if (dispute.disputeType() != DisputeType.NOT_RECEIVED) {
      return null;
    }
    return Stream.of(
            Optional.ofNullable(dispute.shipment().shippedOn()),
            Optional.ofNullable(dispute.order().orderedOn()),
            Optional.ofNullable(dispute.problem().reportedOn()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(day -> days(day, asOf))
        .orElse(null);
  }

  private String buyerHoliday(@Nullable Country country, LocalDate asOf) {
    return country == null ? Calendars.NONE : calendars.publicHoliday(country, asOf);
  }

  private static @Nullable Integer affectedQuantity(Dispute dispute) {
    Complaint problem = dispute.problem();
    Integer ordered = dispute.order().quantity();
    boolean missingFirst =
        ABOUT_MISSING_PIECES.contains(dispute.reason())
            || dispute.disputeType() == DisputeType.NOT_RECEIVED;
    Integer first = missingFirst ? problem.missingQuantity() : problem.defectiveQuantity();
    Integer second = missingFirst ? problem.defectiveQuantity() : problem.missingQuantity();
    if (isPositive(first)) {
      return first;
    }
    if (dispute.disputeType() == DisputeType.NOT_RECEIVED) {
      return partlyDelivered(dispute) ? null : ordered;
    }
    if (isPositive(second)) {
      return second;
    }
    if (problem.namedPieces() > 0) {
      return Math.toIntExact(problem.namedPieces());
    }
    boolean all = ABOUT_ALL_PIECES.contains(dispute.reason());
    return all || ordered != null && ordered == 1 ? ordered : null;
  }

  /** A quantity of zero says nothing about a complaint of the other kind. */
  private static boolean isPositive(@Nullable Integer pieces) {
    return pieces != null && pieces > 0;
  }

  private static boolean partlyDelivered(Dispute dispute) {
    Integer delivered = dispute.shipment().parcelsDelivered();
    return dispute.reason() == Reason.INCOMPLETE_ORDER || delivered != null && delivered > 0;
  }

  private static @Nullable BigDecimal percent(@Nullable Integer part, @Nullable Integer whole) {
    return part == null || whole == null
        ? null
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }

  /**
   * An order of unknown size is taken as the affected pieces; when neither is known, one piece is
   * affected at least.
   */
  private static @Nullable BigDecimal affectedValue(Order order, @Nullable Integer affected) {
    BigDecimal price = order.unitPrice();
    if (price == null || affected == null && order.quantity() != null) {
      return null;
    }
    BigDecimal pieces = BigDecimal.valueOf(affected == null ? 1 : affected);
    BigDecimal value = price.multiply(pieces);
    BigDecimal adjustment = order.adjusted(BigDecimal.ZERO);
    BigDecimal all = order.quantity() == null ? pieces : BigDecimal.valueOf(order.quantity());
    return adjustment.signum() == 0 || all.signum() == 0
        ? value
        : value.add(Amounts.share(adjustment, pieces, all, order.currency())).max(BigDecimal.ZERO);
  }

  /**
   * Returns the day of the complaint, or the first of the buyer's days off that lie directly before
   * it. A period was kept when this day is in it: had it ended on one of these days off, it would
   * have ended with the next working day (Regulation 1182/71, art. 3(4)).
   */
  private LocalDate counted(Dispute dispute, LocalDate complained) {
    LocalDate delivered = dispute.shipment().deliveredOn();
    Country country = dispute.order().buyerCountry();
    LocalDate counted = complained;
    if (delivered != null && country != null) {
      WorkingDays buying = calendars.workingDays(country);
      while (counted.isAfter(delivered) && !buying.works(counted.minusDays(1))) {
        counted = counted.minusDays(1);
      }
    }
    return counted;
  }

  /** Returns 1 up to the first anniversary of the delivery, 2 up to the second, and so on. */
  private static @Nullable Integer yearAfterDelivery(
      @Nullable LocalDate delivered, LocalDate complained) {
    if (delivered == null) {
      return null;
    }
    int full = Math.toIntExact(Math.max(0, ChronoUnit.YEARS.between(delivered, complained)));
    return complained.isAfter(delivered.plusYears(full)) || full == 0 ? full + 1 : full;
  }

  private static @Nullable LocalDate lastEvent(Dispute dispute, LocalDate asOf) {
    Shipment shipment = dispute.shipment();
    Stream<@Nullable LocalDate> events =
        Stream.of(
            dispute.order().orderedOn(),
            shipment.shippedOn(),
            shipment.latestDeliveryOn(),
            shipment.deliveredOn(),
            shipment.lastTrackingUpdateOn(),
            shipment.additionalPeriodEnd(),
            shipment.collectBy(),
            dispute.problem().reportedOn(),
            dispute.evidence().requestedOn(),
            dispute.evidence().receivedOn(),
            dispute.feedback().on());
    return Stream.concat(events, dispute.granted().stream().map(Grant::on))
        .filter(day -> day != null && !day.isAfter(asOf))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable Integer days(@Nullable LocalDate from, LocalDate to) {
    return from == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }

  private static @Nullable Integer daysUntil(@Nullable LocalDate day, LocalDate asOf) {
    return day == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(asOf, day));
  }

  private static List<Warning> warnings(Dispute dispute, WorkingDays selling) {
    List<Warning> warnings = new ArrayList<>();
    Complaint problem = dispute.problem();
    Integer faulty = problem.defectiveQuantity();
    if (!problem.defects().isEmpty() && faulty != null && problem.namedPieces() < faulty) {
      warnings.add(
          new Warning(
              Warning.Code.DEFECTS_NOT_ALL_NAMED,
              "/problem/defects",
              "The defects of "
                  + problem.namedPieces()
                  + " pieces are named, but "
                  + faulty
                  + " are said to be faulty."));
    }
    LocalDate asOf = Objects.requireNonNull(dispute.asOf());
    Stream.of(asOf, selling.handledOn(asOf))
        .filter(day -> !selling.published(day))
        .findFirst()
        .map(CalendarWarning::notPublished)
        .ifPresent(warnings::add);
    return warnings;
  }
}
