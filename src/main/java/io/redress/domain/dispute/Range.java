package io.redress.domain.dispute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The smallest and the largest valid number of a fact, both included. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /** How a decimal is written. */
  String DECIMAL = "[0-9]{1,20}([.][0-9]{1,10})?";

  long min() default 0;

  long max();
}
