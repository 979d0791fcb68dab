/** Decisions that were taken, over HTTP: found, read and exported. */
@NullMarked
package io.redress.http.decisions;

import org.jspecify.annotations.NullMarked;
