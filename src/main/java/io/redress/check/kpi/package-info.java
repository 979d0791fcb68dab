/**
 * KPIs: figures of the seller's own about decided disputes, such as the number of refunds where the
 * buyer keeps the goods.
 *
 * <p>The entry is {@link io.redress.check.kpi.Kpis}, which reads {@code kpis.yaml}. What an impact
 * run says about each is worked out in {@code insight.impact}.
 */
@NullMarked
package io.redress.check.kpi;

import org.jspecify.annotations.NullMarked;
