/** Writes the reply to the buyer, from texts that business people edit. */
@NullMarked
package io.redress.rules.letter;

import org.jspecify.annotations.NullMarked;
