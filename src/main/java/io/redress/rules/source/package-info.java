/**
 * The files that a rule set is made of, the cells of its workbooks, and what is wrong with them.
 */
@NullMarked
package io.redress.rules.source;

import org.jspecify.annotations.NullMarked;
