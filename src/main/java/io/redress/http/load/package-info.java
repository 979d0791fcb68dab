/**
 * How much the service does at once, and for whom. {@link io.redress.http.load.RequestSlots} bounds
 * the requests in progress, {@link io.redress.http.load.RequestBodies} reads their bodies before
 * they take a slot, {@link io.redress.http.load.StreamedAnswers} bounds long responses, {@link
 * io.redress.http.load.ExpensiveWork} what takes much more than a decision: reads, and changes of
 * rules. {@link io.redress.http.load.SharedCapacity} divides all of it among callers.
 */
@NullMarked
package io.redress.http.load;

import org.jspecify.annotations.NullMarked;
