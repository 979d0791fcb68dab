/** The console's way to show an answer: in plain words, with its letters and the rows behind it. */
@NullMarked
package io.redress.console.answer;

import org.jspecify.annotations.NullMarked;
