/** Rule sets and activations in the database, and the copy of the active rule set in a file. */
@NullMarked
package io.redress.lifecycle.store;

import org.jspecify.annotations.NullMarked;
