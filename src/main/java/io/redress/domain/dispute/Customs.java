package io.redress.domain.dispute;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Facts about customs.
 *
 * @param responsibleParty who must act
 * @param dutyPaidByBuyer in the order's currency
 */
public record Customs(
    @Nullable Party responsibleParty,
    @Nullable Cause cause,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal dutyPaidByBuyer) {

  /** Why customs hold a parcel. */
  public enum Cause {
    IMPORT_DUTY,
    DUTY_REFUSED,
    MISSING_DOCUMENTS,
    IP_VIOLATION,
    OTHER
  }
}
