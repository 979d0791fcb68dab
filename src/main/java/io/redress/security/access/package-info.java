/** Who may do what: roles, API keys, and whether access is protected at all. */
@NullMarked
package io.redress.security.access;

import org.jspecify.annotations.NullMarked;
