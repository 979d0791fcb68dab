/**
 * A rule set and its files.
 *
 * <p>{@link io.redress.rules.ruleset.RuleSetFiles} reads the files from folders and hashes them;
 * {@link io.redress.rules.ruleset.RuleSet} is a valid rule set that decides disputes, immutable and
 * thread-safe. Use {@code check.admission} to find out whether a rule set may become active.
 */
@NullMarked
package io.redress.rules.ruleset;

import org.jspecify.annotations.NullMarked;
