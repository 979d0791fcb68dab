/**
 * The OpenAPI document: {@link io.redress.http.openapi.ApiDescription} completes it from the
 * operations in {@link io.redress.http.openapi.ApiOperation}; {@link
 * io.redress.http.openapi.ComponentSchemas} derives their schemas from records.
 */
@NullMarked
package io.redress.http.openapi;

import org.jspecify.annotations.NullMarked;
