/**
 * The API for access: API keys ({@link io.redress.http.access.KeyResource}) and the audit log
 * ({@link io.redress.http.access.AuditResource}).
 */
@NullMarked
package io.redress.http.access;

import org.jspecify.annotations.NullMarked;
