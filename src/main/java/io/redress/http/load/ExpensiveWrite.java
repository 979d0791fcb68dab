package io.redress.http.load;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or all of a class, that changes rules: it reads those that are changed, checks what
 * was sent, and has the new ones admitted, one after the other. {@link ExpensiveWrites} says how
 * many run at once, from the first thing that they do: refusing a form takes such work, too.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpensiveWrite {}
