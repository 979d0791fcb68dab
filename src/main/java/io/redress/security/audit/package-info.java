/**
 * The audit log: who changed what, when and from where. Entries are never changed or deleted.
 *
 * <p>{@link io.redress.security.audit.AuditLog} appends an {@link
 * io.redress.security.audit.AuditAction} by an {@link io.redress.security.audit.Actor}, in the
 * transaction of the change itself, and finds events by an {@link
 * io.redress.security.audit.AuditQuery}.
 */
@NullMarked
package io.redress.security.audit;

import org.jspecify.annotations.NullMarked;
