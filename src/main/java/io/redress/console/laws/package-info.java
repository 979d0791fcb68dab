/**
 * The laws of a rule set: which of them hold, and the form that changes one ({@link
 * io.redress.console.laws.LawsResource}).
 */
@NullMarked
package io.redress.console.laws;

import org.jspecify.annotations.NullMarked;
