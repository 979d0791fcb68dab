/**
 * The timeline of a dispute: facts, decisions and promises by day.
 *
 * <p>The entry is {@link io.redress.journal.timeline.Timeline#of}; it returns {@link
 * io.redress.journal.timeline.TimelineEvent}s.
 */
@NullMarked
package io.redress.journal.timeline;

import org.jspecify.annotations.NullMarked;
