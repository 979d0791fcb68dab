/**
 * Finds the facts that are worth asking for: those that change the decision or the letter.
 *
 * <p>The entry is {@link io.redress.check.inquiry.Inquiry}; the form that decides a dispute uses it
 * to choose its questions.
 */
@NullMarked
package io.redress.check.inquiry;

import org.jspecify.annotations.NullMarked;
