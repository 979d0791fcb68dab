package io.redress.http.load;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or all of a class, that takes much more than a decision: it reads workbooks, compares
 * rule sets, searches, or decides many times. {@link ExpensiveReads} says how many run at once.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpensiveRead {}
