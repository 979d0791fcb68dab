/** Every decision that was answered: kept before the answer leaves, and never changed. */
@NullMarked
package io.redress.journal;

import org.jspecify.annotations.NullMarked;
