/** Rule sets: what decides, and which of them does so now. */
@NullMarked
package io.redress.ruleset;

import org.jspecify.annotations.NullMarked;
