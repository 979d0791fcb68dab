/**
 * Shows an answer on any page: as text, with its letters and the rows that decided.
 *
 * <p>{@link io.redress.console.answer.AnswerViews} creates the view that the template {@code
 * answers/answer} renders. {@link io.redress.console.answer.AnswerText} and {@link
 * io.redress.console.answer.FactText} turn single members and facts into text.
 */
@NullMarked
package io.redress.console.answer;

import org.jspecify.annotations.NullMarked;
