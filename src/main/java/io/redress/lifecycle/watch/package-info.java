/** What has rule sets come and go by itself: the start, the folders, the other replicas. */
@NullMarked
package io.redress.lifecycle.watch;

import org.jspecify.annotations.NullMarked;
