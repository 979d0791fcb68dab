package io.redress.intake.batch;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a batch reads and writes.
 *
 * @param input null for standard input
 * @param output null for standard output
 * @param now determines the day of facts without {@code asOf}
 * @param letters whether decisions have letters
 * @param decimalComma whether numbers in CSV are written as 12,50
 * @param threads how many disputes are decided at once
 * @param resume whether a run that was stopped goes on
 */
public record BatchOptions(
    @Nullable Path input,
    @Nullable Path output,
    Instant now,
    boolean letters,
    boolean decimalComma,
    int threads,
    boolean resume) {}
