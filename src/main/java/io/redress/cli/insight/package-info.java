/**
 * The command {@code explain}: why a decision is as it is, without a service.
 *
 * <p>{@link io.redress.cli.insight.ExplainCommand} is the entry.
 */
@NullMarked
package io.redress.cli.insight;

import org.jspecify.annotations.NullMarked;
