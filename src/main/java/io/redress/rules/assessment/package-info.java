/** What follows from the facts by arithmetic, exact and once for each decision. */
@NullMarked
package io.redress.rules.assessment;

import org.jspecify.annotations.NullMarked;
