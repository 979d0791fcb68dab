/** Options that several commands share: the rules folder, the database, a running service. */
@NullMarked
package io.redress.cli.options;

import org.jspecify.annotations.NullMarked;
