/**
 * Generates facts to try on a rule set: those of its test cases, and values next to the limits in
 * its tables.
 *
 * <p>Use {@link io.redress.check.scenario.Scenarios} for whole disputes, {@link
 * io.redress.check.scenario.Candidates} for the values of one fact. Both return facts as {@link
 * io.redress.check.scenario.FactTree}s.
 */
@NullMarked
package io.redress.check.scenario;

import org.jspecify.annotations.NullMarked;
