/** Writes the reply to the buyer, from texts that business people edit. */
@NullMarked
package io.redress.letter;

import org.jspecify.annotations.NullMarked;
