/**
 * Many disputes from a file or a stream, decided in order by one rule set.
 *
 * <p>{@link io.redress.intake.batch.DisputeInput} reads them as NDJSON, CSV or a workbook, {@link
 * io.redress.platform.thread.OrderedWork} decides several at once and passes on the results in the
 * order of the input, {@link io.redress.intake.batch.FileBatch} writes them to files such that a
 * run that was killed can be resumed.
 */
@NullMarked
package io.redress.intake.batch;

import org.jspecify.annotations.NullMarked;
