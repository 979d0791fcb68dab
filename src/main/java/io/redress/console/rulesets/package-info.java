/**
 * Pages of rule sets: list, history, report and differences ({@link
 * io.redress.console.rulesets.RuleSetPageResource}), and activation ({@link
 * io.redress.console.rulesets.ActivationPageResource}).
 */
@NullMarked
package io.redress.console.rulesets;

import org.jspecify.annotations.NullMarked;
