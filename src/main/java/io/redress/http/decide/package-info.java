/**
 * {@code POST /v1/decide}: {@link io.redress.http.decide.DecideResource} calls {@link
 * io.redress.http.decide.DecisionService}, which decides through {@link
 * io.redress.http.decide.Decider} and records the decision in the journal before it is answered.
 * {@link io.redress.http.decide.StuckRequests} answers when rules hang.
 */
@NullMarked
package io.redress.http.decide;

import org.jspecify.annotations.NullMarked;
