/** What was worked out and decided for a dispute: pure data, the same for ever. */
@NullMarked
package io.redress.domain.decision;

import org.jspecify.annotations.NullMarked;
