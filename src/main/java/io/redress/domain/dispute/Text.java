package io.redress.domain.dispute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Free text on one line: no control, bidirectional or other invisible characters.
 *
 * <p>{@code max} counts UTF-16 units; {@code pattern} must match the whole text, and {@code form}
 * is the key of the message that describes it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Text {
  int max() default 200;

  String pattern() default ".*";

  String form() default "";
}
