/**
 * The texts of the letters: found, changed in all languages at once, and seen in letters ({@link
 * io.redress.console.letters.LettersResource}).
 */
@NullMarked
package io.redress.console.letters;

import org.jspecify.annotations.NullMarked;
