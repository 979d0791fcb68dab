/**
 * The facts of a dispute as a client sends them. An absent fact is unknown, never zero.
 *
 * <p>{@link io.redress.domain.dispute.DisputeReader} is the entry: it turns JSON into a {@link
 * io.redress.domain.dispute.Dispute}, or reports every problem at once. The components of the
 * records are the facts; annotations on them ({@code Required}, {@code Range}, {@code Text}, {@code
 * Personal}) say which values are valid and which are personal data.
 */
@NullMarked
package io.redress.domain.dispute;

import org.jspecify.annotations.NullMarked;
