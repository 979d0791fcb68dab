/**
 * Says why a decision is as it is: for each table that was asked, the row that answered and what
 * keeps the others from it.
 *
 * <p>{@link io.redress.insight.explain.Explainer} is the entry. It looks on while the rule set
 * decides, so what it says is what happened.
 */
@NullMarked
package io.redress.insight.explain;

import org.jspecify.annotations.NullMarked;
