/**
 * Activates rule sets at start-up ({@code StartupActivation}), on file changes ({@code
 * FolderRules}) and on activations by other replicas ({@code RuleWatch}).
 */
@NullMarked
package io.redress.lifecycle.watch;

import org.jspecify.annotations.NullMarked;
