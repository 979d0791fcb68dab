/**
 * Runs the DRL of a rule set with Drools; no other package uses Drools.
 *
 * <p>{@link io.redress.rules.engine.RuleCompiler} compiles DRL and native decision tables into
 * {@link io.redress.rules.engine.CompiledRules}, which decide. Rules write to a {@link
 * io.redress.rules.engine.Draft} and ask tables through it. A {@link
 * io.redress.rules.engine.Watchdog} ends rules that run too long. {@link
 * io.redress.rules.engine.DrlExport} writes a table as DRL.
 */
@NullMarked
package io.redress.rules.engine;

import org.jspecify.annotations.NullMarked;
