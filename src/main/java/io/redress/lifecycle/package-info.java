/** The life of rule sets: proposed, kept, activated, retired. */
@NullMarked
package io.redress.lifecycle;

import org.jspecify.annotations.NullMarked;
