/**
 * Commands about rule sets, with one class each: {@code check}, {@code diff}, {@code drl} and
 * {@code print}.
 *
 * <p>{@link io.redress.cli.rulesets.CheckCommand} is the one to begin with: it runs what decides
 * whether a rule set may be activated.
 */
@NullMarked
package io.redress.cli.rulesets;

import org.jspecify.annotations.NullMarked;
