/**
 * The commands {@code explain} and {@code whatif}: why a decision is as it is, and what would
 * change it, without a service.
 *
 * <p>{@link io.redress.cli.insight.ExplainCommand} and {@link io.redress.cli.insight.WhatIfCommand}
 * are the entries.
 */
@NullMarked
package io.redress.cli.insight;

import org.jspecify.annotations.NullMarked;
