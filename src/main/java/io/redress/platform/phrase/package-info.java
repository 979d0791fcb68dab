/**
 * Texts for people, in each supported language.
 *
 * <p>{@link io.redress.platform.phrase.Phrase} is a text with its arguments, which is rendered when
 * the reader's language is known. The texts are in {@code messages/AREA.properties} and {@code
 * AREA_zh.properties}.
 */
@NullMarked
package io.redress.platform.phrase;

import org.jspecify.annotations.NullMarked;
