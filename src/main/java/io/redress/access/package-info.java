/** Who may do what: roles, API keys, and whether access is protected at all. */
@NullMarked
package io.redress.access;

import org.jspecify.annotations.NullMarked;
