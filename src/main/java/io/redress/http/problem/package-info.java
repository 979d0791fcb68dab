/** Everything that is not an answer: RFC 9457, and the only place with HTTP statuses. */
@NullMarked
package io.redress.http.problem;

import org.jspecify.annotations.NullMarked;
