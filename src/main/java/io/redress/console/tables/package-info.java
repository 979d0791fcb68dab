/** The decision tables in the console: found, edited as their sheets show them, saved and sent. */
@NullMarked
package io.redress.console.tables;

import org.jspecify.annotations.NullMarked;
