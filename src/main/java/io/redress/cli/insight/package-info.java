/**
 * The commands {@code explain}, {@code whatif}, {@code impact} and {@code usage}: why a decision is
 * as it is, what would change it, what other rules would have cost, and which rows are used.
 *
 * <p>{@link io.redress.cli.insight.ExplainCommand}, {@link io.redress.cli.insight.WhatIfCommand},
 * {@link io.redress.cli.insight.ImpactCommand} and {@link io.redress.cli.insight.UsageCommand} are
 * the entries.
 */
@NullMarked
package io.redress.cli.insight;

import org.jspecify.annotations.NullMarked;
