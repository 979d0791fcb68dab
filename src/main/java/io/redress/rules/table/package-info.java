/**
 * Business decision tables: sheets read into typed cells with addresses, and indexed for look-up.
 */
@NullMarked
package io.redress.rules.table;

import org.jspecify.annotations.NullMarked;
