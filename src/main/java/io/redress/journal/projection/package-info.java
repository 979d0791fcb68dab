/**
 * What searches look at, filled behind the writing of entries: an entry is stored with few keys and
 * one compressed body, and copied here shortly after.
 *
 * <p>The entry is {@link io.redress.journal.projection.Projection}. It may lag, but a reader of
 * what it filled has it catch up first.
 */
@NullMarked
package io.redress.journal.projection;

import org.jspecify.annotations.NullMarked;
