/** What OpenAPI says of the service, drawn from the very records that are read and written. */
@NullMarked
package io.redress.api;

import org.jspecify.annotations.NullMarked;
