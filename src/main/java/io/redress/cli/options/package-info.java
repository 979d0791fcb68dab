/**
 * What several commands share: the options for the rules folder, the database and a running
 * service.
 */
@NullMarked
package io.redress.cli.options;

import org.jspecify.annotations.NullMarked;
