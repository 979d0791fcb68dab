/**
 * Roles, API keys and console sessions.
 *
 * <p>{@link io.redress.security.access.KeyStore} creates and revokes keys in the database; {@link
 * io.redress.security.access.KeyCache} checks the keys of requests in memory. {@link
 * io.redress.security.access.SessionStore} keeps who is signed in to the console. {@link
 * io.redress.security.access.Protection} says whether access is protected at all: a server on
 * loopback is open until the first key is created.
 */
@NullMarked
package io.redress.security.access;

import org.jspecify.annotations.NullMarked;
