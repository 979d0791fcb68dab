package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param amount rounded to the currency's minor unit; absent where no price was given
 * @param currency ISO 4217; absent where none was given
 * @param percentOfGoods share of the price of all goods ordered, 0 to 100, at most two decimals;
 *     earlier refunds are part of it
 * @param alreadyGranted the sum of earlier refunds, which {@code amount} leaves out; absent without
 */
public record Refund(
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    @Nullable Currency currency,
    BigDecimal percentOfGoods,
    ShippingFee shippingFee,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Duty duty,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable BigDecimal alreadyGranted) {

  /** The import duty that the buyer paid comes back, too; absent when it does not. */
  public enum Duty {
    REFUNDED
  }

  /** Whether the shipping fee is refunded as well. */
  public enum ShippingFee {
    REFUNDED,
    NOT_REQUIRED
  }
}
