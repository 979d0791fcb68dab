/**
 * Text without domain knowledge: the closest known word, invisible characters, text and failures
 * made safe to show or log, and UUIDs of version 7.
 */
@NullMarked
package io.redress.platform.text;

import org.jspecify.annotations.NullMarked;
