/**
 * Writes the reply to the buyer from texts that business people edit.
 *
 * <p>{@link io.redress.rules.letter.Letters} is the entry: it reads {@code letters/*.txt} and
 * writes the letter about a decision. A text is parsed into {@code TextPart}s: literal text,
 * placeholders, plurals, and phrases that are left out when a placeholder in them is unknown.
 */
@NullMarked
package io.redress.rules.letter;

import org.jspecify.annotations.NullMarked;
