/** Who did what, when and from where: every change of state, for good. */
@NullMarked
package io.redress.security.audit;

import org.jspecify.annotations.NullMarked;
