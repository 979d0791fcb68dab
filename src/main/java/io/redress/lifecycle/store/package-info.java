/**
 * Stores rule sets ({@link io.redress.lifecycle.store.RuleSetStore}) and activations ({@link
 * io.redress.lifecycle.store.ActivationStore}) in the database, and a copy of the active rule set
 * in a local file ({@link io.redress.lifecycle.store.LastKnownGoodFile}).
 */
@NullMarked
package io.redress.lifecycle.store;

import org.jspecify.annotations.NullMarked;
