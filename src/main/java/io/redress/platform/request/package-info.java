/**
 * The identity of a request in answers, logs and traces.
 *
 * <p>{@link io.redress.platform.request.RequestId} names each request, {@link
 * io.redress.platform.request.LogField} adds the id and other fields to its log lines, and {@link
 * io.redress.platform.request.RequestExecutor} keeps them across asynchronous steps. {@link
 * io.redress.platform.request.RedactedException} logs failures without the values that they quote.
 */
@NullMarked
package io.redress.platform.request;

import org.jspecify.annotations.NullMarked;
