/**
 * Work behind the requests: {@link io.redress.platform.thread.DaemonThread} is a thread for one
 * kind of it, {@link io.redress.platform.thread.OrderedWork} does the same with many things at
 * once.
 */
@NullMarked
package io.redress.platform.thread;

import org.jspecify.annotations.NullMarked;
