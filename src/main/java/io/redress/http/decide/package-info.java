/**
 * {@code POST /v1/decide}: {@link io.redress.http.decide.DecideResource} calls {@link
 * io.redress.http.decide.DecisionService}, which decides through {@link
 * io.redress.http.decide.Decider} and records the decision in the journal before it is answered.
 * {@link io.redress.http.decide.StuckRequests} answers when rules hang.
 *
 * <p>{@code POST /v1/decide/batch}: {@link io.redress.http.decide.BatchResource} calls {@link
 * io.redress.http.decide.BatchDecisions}; a {@link io.redress.http.decide.BatchReader} decides line
 * by line, and a {@link io.redress.http.decide.BatchRun} answers.
 */
@NullMarked
package io.redress.http.decide;

import org.jspecify.annotations.NullMarked;
