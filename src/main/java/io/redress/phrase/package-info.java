/** What people are told, in each of their languages. */
@NullMarked
package io.redress.phrase;

import org.jspecify.annotations.NullMarked;
