package io.redress.domain.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param amount rounded to the currency's minor unit; absent where no price was given
 * @param currency ISO 4217; absent where none was given
 * @param percentOfGoods share of the price of all goods ordered, 0 to 100, at most two decimals
 */
public record Refund(
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal amount,
    @Nullable Currency currency,
    BigDecimal percentOfGoods,
    ShippingFee shippingFee) {

  /** Whether the shipping fee is refunded as well. */
  public enum ShippingFee {
    REFUNDED,
    NOT_REQUIRED
  }
}
