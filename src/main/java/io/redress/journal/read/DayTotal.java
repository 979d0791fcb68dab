package io.redress.journal.read;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Decisions of a day with the same resolution and currency of the refund.
 *
 * @param currency null for decisions without a refund
 * @param refunds decisions with an amount, which sum up to {@code amount}
 * @param discounts decisions with a discount, whose percentages sum up to {@code percent}
 */
record DayTotal(
    String resolution,
    @Nullable String currency,
    long decisions,
    long refunds,
    @Nullable BigDecimal amount,
    long discounts,
    BigDecimal percent) {}
