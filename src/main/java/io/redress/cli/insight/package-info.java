/**
 * The commands {@code explain}, {@code whatif} and {@code impact}: why a decision is as it is, what
 * would change it, and what other rules would have cost, without a service.
 *
 * <p>{@link io.redress.cli.insight.ExplainCommand}, {@link io.redress.cli.insight.WhatIfCommand}
 * and {@link io.redress.cli.insight.ImpactCommand} are the entries.
 */
@NullMarked
package io.redress.cli.insight;

import org.jspecify.annotations.NullMarked;
