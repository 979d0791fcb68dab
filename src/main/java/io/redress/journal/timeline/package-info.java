/** What happened to a dispute, what was decided on it, and what was promised, in order. */
@NullMarked
package io.redress.journal.timeline;

import org.jspecify.annotations.NullMarked;
