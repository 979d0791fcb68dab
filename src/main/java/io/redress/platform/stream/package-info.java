/**
 * Bytes while they are read and written: {@link io.redress.platform.stream.GzipMembers} unpacks
 * them, {@link io.redress.platform.stream.SharedInput} and {@link
 * io.redress.platform.stream.CutOutput} let coders be closed without what they read or write.
 */
@NullMarked
package io.redress.platform.stream;

import org.jspecify.annotations.NullMarked;
