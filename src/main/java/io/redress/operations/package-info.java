/** What is measured of the service as a whole, under names and labels that can not grow. */
@NullMarked
package io.redress.operations;

import org.jspecify.annotations.NullMarked;
