/** Every decision that was answered: kept before the answer leaves, and never changed. */
@NullMarked
package io.redress.journal.write;

import org.jspecify.annotations.NullMarked;
