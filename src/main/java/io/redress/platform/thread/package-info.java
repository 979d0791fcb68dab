/**
 * Work behind the requests: {@link io.redress.platform.thread.DaemonThread} is a thread for one
 * kind of it.
 */
@NullMarked
package io.redress.platform.thread;

import org.jspecify.annotations.NullMarked;
