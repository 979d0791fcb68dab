/**
 * The OpenAPI document: {@link io.redress.http.openapi.ApiDescription} adds {@code /v1/decide},
 * with schemas that {@link io.redress.http.openapi.RecordSchema} derives from the records of facts
 * and answers.
 */
@NullMarked
package io.redress.http.openapi;

import org.jspecify.annotations.NullMarked;
