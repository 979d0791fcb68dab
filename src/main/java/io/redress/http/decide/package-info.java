/** Facts in over HTTP, the decision out: read, decide, answer. */
@NullMarked
package io.redress.http.decide;

import org.jspecify.annotations.NullMarked;
