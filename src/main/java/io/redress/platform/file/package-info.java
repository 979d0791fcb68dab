/**
 * Files of the service on this machine, which {@link io.redress.platform.file.PrivateFiles} keeps
 * for their owner only.
 */
@NullMarked
package io.redress.platform.file;

import org.jspecify.annotations.NullMarked;
