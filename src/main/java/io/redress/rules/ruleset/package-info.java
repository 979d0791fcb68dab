/** Rule sets as a whole: read from files, admitted, and the one that decides. */
@NullMarked
package io.redress.rules.ruleset;

import org.jspecify.annotations.NullMarked;
