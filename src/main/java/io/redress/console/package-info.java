/**
 * What all pages of the console share: texts ({@link io.redress.console.Messages}), the user
 * ({@link io.redress.console.Visitor}), links between pages ({@link io.redress.console.Links}),
 * sign-in and problem pages. Each area of the console is a sub-package with its resources and
 * views.
 */
@NullMarked
package io.redress.console;

import org.jspecify.annotations.NullMarked;
