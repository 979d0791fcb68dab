/** The command {@code decide}: decides a dispute without a service. */
@NullMarked
package io.redress.cli.decide;

import org.jspecify.annotations.NullMarked;
