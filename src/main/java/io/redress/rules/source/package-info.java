/**
 * Reads the files of a rule set and locates problems in them.
 *
 * <p>{@link io.redress.rules.source.WorkbookReader} reads workbooks as typed {@linkplain
 * io.redress.rules.source.Cell cells} and rejects what a reader would misread: formulas, merged
 * cells, hidden rows, macros. {@link io.redress.rules.source.YamlEntries} reads YAML lists and
 * keeps the line of each value. What is wrong is a {@link io.redress.rules.source.RuleProblem} with
 * a {@link io.redress.rules.source.ProblemCode}.
 */
@NullMarked
package io.redress.rules.source;

import org.jspecify.annotations.NullMarked;
