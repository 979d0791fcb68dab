package io.redress.check.gate;

import java.math.BigDecimal;

/**
 * The impact run that gates rely on.
 *
 * @param days of the journal that it covers at least, or the whole journal
 * @param maxAgeDays how long ago its last decisions were taken at most
 * @param redemptionRate share of the discounts on next orders that buyers use, 0 to 1
 */
public record RunRequirement(int days, int maxAgeDays, BigDecimal redemptionRate) {}
