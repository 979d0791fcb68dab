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
 * @param buyerCountry ISO 3166-1 alpha-2
 * @param sellerCountry ISO 3166-1 alpha-2; China when absent
 */
public record Order(
    @Nullable LocalDate orderedOn,
    @Personal @Text @Nullable String item,
    @Range(min = 1, max = 1_000_000) @Nullable Integer quantity,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal unitPrice,
    @Range(max = 1_000_000_000_000L) @Nullable BigDecimal shippingFee,
    @Nullable Currency currency,
    @Nullable Country buyerCountry,
    @Nullable Country sellerCountry) {

  /** Returns the seller's country; China when absent. */
  public Country sellerCountryOrDefault() {
    return sellerCountry == null ? Country.CHINA : sellerCountry;
  }
}
