/**
 * What a candidate decides beside the active rule set, compared live: decisions that were stored
 * wait in {@code ShadowQueue}, which drops rather than delays; {@code ShadowWorker} compares them
 * in a thread of its own, within a share of the processors; {@code ShadowSums} keeps what each
 * replica added up; {@link io.redress.journal.shadow.ShadowFigures} is the result so far.
 */
@NullMarked
package io.redress.journal.shadow;

import org.jspecify.annotations.NullMarked;
