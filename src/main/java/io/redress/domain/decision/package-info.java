/**
 * Decisions: pure data, which depends on the facts and one rule set only.
 *
 * <p>{@link io.redress.domain.decision.Assessment} holds what follows from the facts by arithmetic,
 * {@link io.redress.domain.decision.Decision} what the rules decided, and {@link
 * io.redress.domain.decision.Answer} a decision with its id and time. {@link
 * io.redress.domain.decision.DecisionJson} configures how they are written as JSON.
 */
@NullMarked
package io.redress.domain.decision;

import org.jspecify.annotations.NullMarked;
