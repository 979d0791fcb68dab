/** The pages of what was decided: all decisions, one of them, and the course of a dispute. */
@NullMarked
package io.redress.console.decisions;

import org.jspecify.annotations.NullMarked;
