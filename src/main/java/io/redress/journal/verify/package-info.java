/** Proves that the journal is whole, and that each decision in it would be taken again. */
@NullMarked
package io.redress.journal.verify;

import org.jspecify.annotations.NullMarked;
