/**
 * Text without domain knowledge: the closest known word ({@link
 * io.redress.platform.text.ClosestWord}) and words that only look alike, invisible characters, text
 * and failures made safe to show or log, SHA-256 in hexadecimal, and UUIDs of version 7.
 */
@NullMarked
package io.redress.platform.text;

import org.jspecify.annotations.NullMarked;
