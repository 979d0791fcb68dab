/** The facts of a dispute, as a client sends them: an absent fact is unknown, never zero. */
@NullMarked
package io.redress.domain.dispute;

import org.jspecify.annotations.NullMarked;
