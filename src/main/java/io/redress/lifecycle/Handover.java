package io.redress.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rule set taking over from another.
 *
 * @param number from 1, without gaps; the highest is in force
 * @param from version that decided before; null at the first
 * @param to version that decided from then on
 */
public record Handover(
    long number, @Nullable String from, String to, Instant activatedAt, String activatedBy) {}
