package io.redress.insight.impact;

import java.math.BigDecimal;

/**
 * What an edit does to one dispute.
 *
 * @param edit its number
 * @param alone whether the decision changes when only this edit is made
 * @param aloneMoney how much more the seller then pays
 * @param together whether the decision changes when this edit is made last of all
 * @param togetherMoney how much more the seller then pays
 */
record Effect(
    int edit, boolean alone, BigDecimal aloneMoney, boolean together, BigDecimal togetherMoney) {}
