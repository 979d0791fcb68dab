/**
 * Health checks, metrics with bounded labels, and the start-up line.
 *
 * <p>Each readiness check covers one dependency: database, journal, rule set, access keys.
 */
@NullMarked
package io.redress.operations;

import org.jspecify.annotations.NullMarked;
