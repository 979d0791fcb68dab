package io.redress.lifecycle;

import java.time.Instant;

/**
 * That a rule set was put in charge.
 *
 * @param number from 1; each can be taken once, and the highest is in force
 */
record Activation(long number, String version, Instant activatedAt, String activatedBy) {}
