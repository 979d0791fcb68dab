/** Facts worth trying on a rule set: those of its test cases, and those at its tables' limits. */
@NullMarked
package io.redress.check.scenario;

import org.jspecify.annotations.NullMarked;
