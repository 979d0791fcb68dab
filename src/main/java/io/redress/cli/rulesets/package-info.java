/** Commands about rule sets: {@code check}, {@code diff}, {@code drl} and {@code print}. */
@NullMarked
package io.redress.cli.rulesets;

import org.jspecify.annotations.NullMarked;
