/**
 * The home page ({@link io.redress.console.home.HomeResource}): the active rule set, what needs
 * attention, statistics of decisions, and which tables and rows were used.
 */
@NullMarked
package io.redress.console.home;

import org.jspecify.annotations.NullMarked;
