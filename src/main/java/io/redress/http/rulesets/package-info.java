/** Rule sets over HTTP: looked at, proposed, compared, activated. */
@NullMarked
package io.redress.http.rulesets;

import org.jspecify.annotations.NullMarked;
