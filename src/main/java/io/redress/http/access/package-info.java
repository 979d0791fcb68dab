/** The API for access: {@code /v1/keys} and {@code /v1/audit}. */
@NullMarked
package io.redress.http.access;

import org.jspecify.annotations.NullMarked;
