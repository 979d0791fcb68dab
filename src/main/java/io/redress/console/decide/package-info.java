/** The page on which a dispute is decided, for trial or for good. */
@NullMarked
package io.redress.console.decide;

import org.jspecify.annotations.NullMarked;
