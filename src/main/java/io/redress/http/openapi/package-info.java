/** What OpenAPI says of the service, drawn from the very records that are read and written. */
@NullMarked
package io.redress.http.openapi;

import org.jspecify.annotations.NullMarked;
