/** What a decision is expected to say: a subset of it, and how each value in it is compared. */
@NullMarked
package io.redress.check.expectation;

import org.jspecify.annotations.NullMarked;
