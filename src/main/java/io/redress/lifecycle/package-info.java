/** The life of rule sets: proposed, kept, activated, followed by other replicas, retired. */
@NullMarked
package io.redress.lifecycle;

import org.jspecify.annotations.NullMarked;
