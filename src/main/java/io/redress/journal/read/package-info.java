/** The journal once it is written: searched, read, and let go of when its time has come. */
@NullMarked
package io.redress.journal.read;

import org.jspecify.annotations.NullMarked;
