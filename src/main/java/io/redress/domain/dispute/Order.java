package io.redress.domain.dispute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What was bought.
 *
 * @param item in the buyer's words
 * @param quantity pieces ordered
 * @param unitPrice what one piece cost, in {@code currency}
 * @param shippingFee what shipping cost the buyer, in {@code currency}
 * @param discount taken off the price of these pieces
 * @param tax added to the price of these pieces
 * @param buyerCountry ISO 3166-1 alpha-2
 * @param sellerCountry ISO 3166-1 alpha-2; China when absent
 * @param category a code of the seller's own
 * @param customMade made to the buyer's wishes
 */
public record Order(
    @Nullable LocalDate orderedOn,
    @Personal @Text @Nullable String item,
    @Range(min = 1, max = 1_000_000) @Nullable Integer quantity,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal unitPrice,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal shippingFee,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal discount,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal tax,
    @Nullable Currency currency,
    @Nullable Country buyerCountry,
    @Nullable Country sellerCountry,
    @Text(max = 64, pattern = CodeName.PATTERN, form = "request.codeName")
        @Nullable String category,
    @Nullable Boolean customMade,
    @Nullable Boolean perishable) {

  /** Returns the seller's country; China when absent. */
  public Country sellerCountryOrDefault() {
    return sellerCountry == null ? Country.CHINA : sellerCountry;
  }

  /** Returns what was paid for all goods, without shipping; null when unknown. */
  public @Nullable BigDecimal paidForGoods() {
    return unitPrice == null || quantity == null
        ? null
        : adjusted(unitPrice.multiply(BigDecimal.valueOf(quantity)));
  }

  /** Returns a price with the discount taken off and the tax added. */
  public BigDecimal adjusted(BigDecimal price) {
    return price.subtract(orZero(discount)).add(orZero(tax));
  }

  /** Returns what was paid, with shipping; null when unknown. */
  public @Nullable BigDecimal paid() {
    BigDecimal goods = paidForGoods();
    return goods == null ? null : goods.add(orZero(shippingFee));
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
