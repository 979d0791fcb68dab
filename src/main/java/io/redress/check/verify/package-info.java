/** Verification of business tables: rows in conflict, rows in vain, and facts without an answer. */
@NullMarked
package io.redress.check.verify;

import org.jspecify.annotations.NullMarked;
