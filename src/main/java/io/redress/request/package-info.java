/** The name of each request, told to its client and to every log line about it. */
@NullMarked
package io.redress.request;

import org.jspecify.annotations.NullMarked;
