/** What people are told, in each of their languages. */
@NullMarked
package io.redress.platform.phrase;

import org.jspecify.annotations.NullMarked;
