/**
 * {@code POST /v1/explain}, {@code POST /v1/whatif}, {@code /v1/rulesets/{version}/impact} and
 * {@code /v1/rulesets/{version}/usage}: why a decision is as it is, what would change it, what
 * other rules would have cost, and which rows are used.
 *
 * <p>{@link io.redress.http.insight.ExplainResource} is the entry; {@code Subjects} finds the facts
 * and the rule set that a request is about.
 */
@NullMarked
package io.redress.http.insight;

import org.jspecify.annotations.NullMarked;
