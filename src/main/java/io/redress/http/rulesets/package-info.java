/**
 * The API of rule sets: {@link io.redress.http.rulesets.RuleSetResource} lists, proposes and
 * activates them, {@link io.redress.http.rulesets.RuleSetContentResource} shows their contents.
 * {@link io.redress.http.rulesets.Proposals} creates candidates for the API and the console.
 */
@NullMarked
package io.redress.http.rulesets;

import org.jspecify.annotations.NullMarked;
