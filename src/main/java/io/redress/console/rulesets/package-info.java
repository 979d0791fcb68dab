/** Pages of rule sets: their history, what they would change, and who lets them decide. */
@NullMarked
package io.redress.console.rulesets;

import org.jspecify.annotations.NullMarked;
