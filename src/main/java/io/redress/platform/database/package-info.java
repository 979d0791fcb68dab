/**
 * The one database that keeps what must outlive the process: embedded (H2) by default, or
 * PostgreSQL.
 *
 * <p>{@link io.redress.platform.database.Database} is the entry: it migrates the schema, pools
 * connections, and fails at once while the database does not answer. {@link
 * io.redress.platform.database.OutageDetector} tells outages, which pass, from failures of the
 * program.
 */
@NullMarked
package io.redress.platform.database;

import org.jspecify.annotations.NullMarked;
