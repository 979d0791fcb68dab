/** Who gets in over HTTP: keys and tokens looked at, addresses that there are, and keys managed. */
@NullMarked
package io.redress.http.gate;

import org.jspecify.annotations.NullMarked;
