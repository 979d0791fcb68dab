/**
 * The command line: {@link io.redress.cli.Redress} is the entry point, with one class for each
 * command in the sub-packages.
 */
@NullMarked
package io.redress.cli;

import org.jspecify.annotations.NullMarked;
