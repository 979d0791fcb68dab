/** The database that keeps what must outlive the process: embedded by default, or PostgreSQL. */
@NullMarked
package io.redress.platform.database;

import org.jspecify.annotations.NullMarked;
