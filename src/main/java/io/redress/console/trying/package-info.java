/** The page on which a dispute is decided, for trial or for good. */
@NullMarked
package io.redress.console.trying;

import org.jspecify.annotations.NullMarked;
