/**
 * The page that tries a dispute, or decides and records it ({@link
 * io.redress.console.decide.DecidePageResource}). The form has one {@link
 * io.redress.console.decide.FactField} for each fact; {@link
 * io.redress.console.decide.InquiryCache} says which facts are relevant.
 */
@NullMarked
package io.redress.console.decide;

import org.jspecify.annotations.NullMarked;
