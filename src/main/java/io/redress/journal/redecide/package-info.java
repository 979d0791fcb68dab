/**
 * Re-decision: decides a kept dispute again under other rules, and compares the answers.
 *
 * <p>The entry is {@link io.redress.journal.redecide.Redecision#of}.
 */
@NullMarked
package io.redress.journal.redecide;

import org.jspecify.annotations.NullMarked;
