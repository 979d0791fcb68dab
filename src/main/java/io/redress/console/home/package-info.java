/** The console's first page: what is decided these days, and what needs attention. */
@NullMarked
package io.redress.console.home;

import org.jspecify.annotations.NullMarked;
