/**
 * {@code POST /v1/explain}, {@code POST /v1/whatif}, {@code /v1/rulesets/{version}/impact}, {@code
 * /v1/rulesets/{version}/usage} and {@code /v1/shadow}: why a decision is as it is, what would
 * change it, what other rules would have cost, which rows are used, and what a candidate decides
 * beside the active rule set.
 *
 * <p>{@link io.redress.http.insight.ExplainResource} is the entry; {@code Subjects} finds the facts
 * and the rule set that a request is about.
 */
@NullMarked
package io.redress.http.insight;

import org.jspecify.annotations.NullMarked;
