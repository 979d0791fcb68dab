package io.redress.lifecycle.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The activation of a rule set, which lasts until the next one.
 *
 * @param number from 1, without gaps; each can be taken once, and the highest is the current one
 * @param previousVersion the version that was active before; null at the first activation
 * @param version the version that was activated
 */
public record Activation(
    long number,
    @Nullable String previousVersion,
    String version,
    Instant activatedAt,
    String activatedBy) {}
