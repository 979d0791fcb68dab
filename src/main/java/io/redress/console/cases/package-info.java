/**
 * Pages of test cases: results and runs ({@link io.redress.console.cases.CasesResource}), and new
 * test cases from decisions ({@link io.redress.console.cases.NewCaseResource}).
 */
@NullMarked
package io.redress.console.cases;

import org.jspecify.annotations.NullMarked;
