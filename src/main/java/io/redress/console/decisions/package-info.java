/**
 * Pages of recorded decisions: search and one decision ({@link
 * io.redress.console.decisions.DecisionsPageResource}), the timeline of a dispute ({@link
 * io.redress.console.decisions.DisputePageResource}) and downloads.
 */
@NullMarked
package io.redress.console.decisions;

import org.jspecify.annotations.NullMarked;
