/**
 * {@code POST /v1/explain} and {@code POST /v1/whatif}: why a decision is as it is, and what would
 * change it.
 *
 * <p>{@link io.redress.http.insight.ExplainResource} is the entry; {@code Subjects} finds the facts
 * and the rule set that a request is about.
 */
@NullMarked
package io.redress.http.insight;

import org.jspecify.annotations.NullMarked;
