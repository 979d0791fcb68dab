package io.redress.lifecycle.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activation of a rule set; effective until the next one.
 *
 * @param number from 1, without gaps; unique, and the highest is the current one
 * @param previousVersion the version that was active before; null at the first activation
 * @param version the version that was activated
 */
public record Activation(
    long number,
    @Nullable String previousVersion,
    String version,
    Instant activatedAt,
    String activatedBy) {}
