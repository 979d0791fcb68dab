package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.insight.impact.Evaluated.Compared;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dispute that is decided otherwise.
 *
 * @param id of the decision, or where the facts are written
 * @param currency absent where the facts have none
 * @param difference what the seller pays more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    String id,
    String disputeId,
    @Nullable String currency,
    Side before,
    Side after,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal difference) {

  /** The largest first; equal ones by id. */
  static final Comparator<Change> LARGEST =
      Comparator.comparing((Change change) -> change.difference().abs())
          .reversed()
          .thenComparing(Change::id);

  /** What was decided. */
  public record Side(String resolution, String reasonCode, Cost cost) {
    static Side of(Verdict verdict) {
      return new Side(verdict.resolution(), verdict.reasonCode(), verdict.cost());
    }
  }

  /** The names of the columns in which changes are listed. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "disputeId",
          "currency",
          "before.resolution",
          "before.reasonCode",
          "before.cost",
          "after.resolution",
          "after.reasonCode",
          "after.cost",
          "difference");

  /** The values of the columns. */
  public List<@Nullable Object> values() {
    return Arrays.asList(
        id,
        disputeId,
        currency,
        before.resolution,
        before.reasonCode,
        before.cost.total(),
        after.resolution,
        after.reasonCode,
        after.cost.total(),
        difference);
  }

  /** The change in what was compared; empty where the decision stays. */
  public static Optional<Change> in(Evaluated evaluated) {
    return evaluated instanceof Compared compared && compared.changed()
        ? Optional.of(of(compared))
        : Optional.empty();
  }

  /** Of a dispute that is decided otherwise. */
  static Change of(Compared compared) {
    Currency currency = compared.dispute().order().currency();
    return new Change(
        compared.source().id(),
        String.valueOf(compared.dispute().disputeId()),
        currency == null ? null : currency.getCurrencyCode(),
        Side.of(compared.before()),
        Side.of(compared.after()),
        compared.after().cost().total().subtract(compared.before().cost().total()));
  }
}
