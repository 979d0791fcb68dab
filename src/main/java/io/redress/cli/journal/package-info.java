/** {@code journal verify}: whether the journal is complete and unchanged. */
@NullMarked
package io.redress.cli.journal;

import org.jspecify.annotations.NullMarked;
