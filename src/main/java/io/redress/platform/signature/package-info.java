/**
 * Signed JSON that others can check: canonical form (RFC 8785), Ed25519 (RFC 8032), and public keys
 * as a JWK Set (RFC 7517, RFC 8037).
 *
 * <p>{@link io.redress.platform.signature.SignedJson} is the entry: it signs an object with a
 * {@link io.redress.platform.signature.SigningKeyPair}, and reads it again with a {@link
 * io.redress.platform.signature.PublicKeySet}.
 */
@NullMarked
package io.redress.platform.signature;

import org.jspecify.annotations.NullMarked;
