/** Rule sets over HTTP: looked at, proposed, compared, activated. */
@NullMarked
package io.redress.editing;

import org.jspecify.annotations.NullMarked;
