/** The console's frame: its layout, its words, who looks at it, and how they sign in. */
@NullMarked
package io.redress.console;

import org.jspecify.annotations.NullMarked;
