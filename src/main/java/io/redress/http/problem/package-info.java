/**
 * Problem responses (RFC 9457) and limits of requests. Resources throw {@link
 * io.redress.http.problem.ProblemType}{@code .X.with(detail)}, or {@link
 * io.redress.http.problem.Rejections} for lack of capacity; {@link
 * io.redress.http.problem.RouterProblems} answers what never reaches a resource.
 */
@NullMarked
package io.redress.http.problem;

import org.jspecify.annotations.NullMarked;
