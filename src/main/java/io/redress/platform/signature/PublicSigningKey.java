package io.redress.platform.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The public half of a key that signs.
 *
 * @param x the key itself: 32 bytes in Base64 for URLs, as in a JWK
 */
public record PublicSigningKey(String x) {

  static PublicSigningKey of(PublicKey key) {
    return of(new OctetKeyPairJsonWebKey(key)).orElseThrow();
  }

  /** Returns the key of a JWK; empty if it is not for Ed25519. */
  static Optional<PublicSigningKey> of(JsonWebKey key) {
    return key instanceof OctetKeyPairJsonWebKey pair
            && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(pair.getSubtype())
        ? Optional.of(
            new PublicSigningKey(
                String.valueOf(
                    pair.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                        .get(OctetKeyPairJsonWebKey.PUBLIC_KEY_MEMBER_NAME))))
        : Optional.empty();
  }

  /** Returns the id of the key, which follows from it: its thumbprint by RFC 7638. */
  public String id() {
    return jwk().calculateBase64urlEncodedThumbprint("SHA-256");
  }

  /** Whether this is a key, and the one of an id. */
  public boolean isOfId(String id) {
    try {
      return id().equals(id);
    } catch (IllegalArgumentException noKey) {
      return false;
    }
  }

  PublicJsonWebKey jwk() {
    try {
      PublicJsonWebKey key =
          PublicJsonWebKey.Factory.newPublicJwk(
              Map.of(
                  JsonWebKey.KEY_TYPE_PARAMETER,
                  OctetKeyPairJsonWebKey.KEY_TYPE,
                  OctetKeyPairJsonWebKey.SUBTYPE_MEMBER_NAME,
                  OctetKeyPairJsonWebKey.SUBTYPE_ED25519,
                  OctetKeyPairJsonWebKey.PUBLIC_KEY_MEMBER_NAME,
                  x));
      key.setUse("sig");
      key.setAlgorithm("EdDSA");
      return key;
    } catch (JoseException wrong) {
      throw new IllegalArgumentException("This is not a public key.", wrong);
    }
  }

  boolean verifies(byte[] message, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(SigningKeyPair.ALGORITHM);
      signature.initVerify(jwk().getPublicKey());
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
