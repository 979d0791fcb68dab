package io.redress.domain.dispute;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The smallest and the largest valid number of a fact, both included. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /** Of the facts of every rule set. */
  int MAX_DECIMALS = 10;

  /** How a decimal is written. */
  String DECIMAL = "[0-9]{1,20}([.][0-9]{1," + MAX_DECIMALS + "})?";

  long min() default 0;

  long max();
}
