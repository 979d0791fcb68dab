/** Which facts are worth asking for: those that make a difference to what is decided or written. */
@NullMarked
package io.redress.check.inquiry;

import org.jspecify.annotations.NullMarked;
