/** The commands that keep what a service knows, and bring it back. */
@NullMarked
package io.redress.cli.backup;

import org.jspecify.annotations.NullMarked;
