/** {@code keys add|list|revoke}, in the database or through a running service. */
@NullMarked
package io.redress.cli.keys;

import org.jspecify.annotations.NullMarked;
