/**
 * The command {@code decide}: decides a dispute without a service, and without a journal.
 *
 * <p>{@link io.redress.cli.decide.DecideCommand} is the entry: it reads the rules folder and the
 * facts, and prints JSON, or with {@code DecisionSummary} a few lines for people.
 */
@NullMarked
package io.redress.cli.decide;

import org.jspecify.annotations.NullMarked;
