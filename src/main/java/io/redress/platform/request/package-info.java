/** The name of each request, told to its client and to every log line about it. */
@NullMarked
package io.redress.platform.request;

import org.jspecify.annotations.NullMarked;
