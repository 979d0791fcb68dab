/**
 * The pages behind a decision: why a row did not answer, and what would help.
 *
 * <p>{@link io.redress.console.insight.InsightPageResource} is the entry.
 */
@NullMarked
package io.redress.console.insight;

import org.jspecify.annotations.NullMarked;
