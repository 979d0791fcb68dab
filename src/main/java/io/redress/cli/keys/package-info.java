/**
 * The commands {@code keys add}, {@code list} and {@code revoke}, for access keys in the database
 * or in a running service.
 */
@NullMarked
package io.redress.cli.keys;

import org.jspecify.annotations.NullMarked;
