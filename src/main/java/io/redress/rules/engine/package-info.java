/** The flow of a decision: Drools, and nothing but Drools and the tables that its rules ask. */
@NullMarked
package io.redress.rules.engine;

import org.jspecify.annotations.NullMarked;
