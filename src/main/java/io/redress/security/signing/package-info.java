/**
 * The keys that sign certificates of decisions.
 *
 * <p>{@link io.redress.security.signing.SigningKeys} is the entry: it has the current key and the
 * public ones, makes a new one when its time is over, and revokes.
 */
@NullMarked
package io.redress.security.signing;

import org.jspecify.annotations.NullMarked;
