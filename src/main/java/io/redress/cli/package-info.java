/** The command line: one command a file. */
@NullMarked
package io.redress.cli;

import org.jspecify.annotations.NullMarked;
