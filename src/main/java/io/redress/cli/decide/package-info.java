/** {@code decide}: a decision without a service. */
@NullMarked
package io.redress.cli.decide;

import org.jspecify.annotations.NullMarked;
