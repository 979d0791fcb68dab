/**
 * What was read or worked out, kept in memory for who asks next. {@link
 * io.redress.platform.cache.SingleFlightCache} bounds how much is kept, and loads each key once.
 */
@NullMarked
package io.redress.platform.cache;

import org.jspecify.annotations.NullMarked;
