/**
 * The life cycle of rule sets: candidate, active, retired or rejected.
 *
 * <p>The entry is {@link io.redress.lifecycle.RuleSets}, which proposes, activates and finds rule
 * sets. {@link io.redress.lifecycle.ActiveRules} holds the active one, for decisions. {@link
 * io.redress.lifecycle.StartupFallback} activates the last known good one when the database cannot
 * be read.
 */
@NullMarked
package io.redress.lifecycle;

import org.jspecify.annotations.NullMarked;
