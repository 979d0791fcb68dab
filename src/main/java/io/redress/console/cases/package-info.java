/** Pages of test cases: run, looked at, and made of decisions. */
@NullMarked
package io.redress.console.cases;

import org.jspecify.annotations.NullMarked;
