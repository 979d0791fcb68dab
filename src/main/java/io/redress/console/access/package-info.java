/**
 * Who may do what, and who did: keys ({@link io.redress.console.access.KeysPageResource}) and the
 * audit log ({@link io.redress.console.access.AuditPageResource}).
 */
@NullMarked
package io.redress.console.access;

import org.jspecify.annotations.NullMarked;
