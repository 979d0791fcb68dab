/**
 * Access control of HTTP requests. {@link io.redress.http.gate.AccessFilter} rejects unknown
 * addresses and requests of other sites; the authentication mechanisms verify API keys, sessions
 * and OIDC tokens; resources declare roles by {@code @RolesAllowed}. {@link
 * io.redress.http.gate.Callers} names the caller of a request, {@link
 * io.redress.http.gate.StartupGuard} refuses an unprotected start.
 */
@NullMarked
package io.redress.http.gate;

import org.jspecify.annotations.NullMarked;
