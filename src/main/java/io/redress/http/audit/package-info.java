/** The audit log in the API: {@link io.redress.http.audit.AuditResource}. */
@NullMarked
package io.redress.http.audit;

import org.jspecify.annotations.NullMarked;
