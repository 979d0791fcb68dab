/** The API for the keys of callers: {@link io.redress.http.keys.KeyResource}. */
@NullMarked
package io.redress.http.keys;

import org.jspecify.annotations.NullMarked;
