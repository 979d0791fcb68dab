/** The command {@code journal verify}: checks that the journal is complete and unchanged. */
@NullMarked
package io.redress.cli.journal;

import org.jspecify.annotations.NullMarked;
