/**
 * What several commands share.
 *
 * <p>{@link io.redress.cli.options.RulesFolder} and {@link io.redress.cli.options.DatabaseOptions}
 * are options, as mixins of picocli; {@link io.redress.cli.options.RemoteService} is a running
 * service, for commands that cannot open its database.
 */
@NullMarked
package io.redress.cli.options;

import org.jspecify.annotations.NullMarked;
