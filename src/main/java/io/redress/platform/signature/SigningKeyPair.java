package io.redress.platform.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;

/** A key that signs, by Ed25519, with the public key that verifies. */
public final class SigningKeyPair {
  static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicSigningKey publicKey;

  private SigningKeyPair(PrivateKey secret, PublicSigningKey publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  public static SigningKeyPair generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKeyPair(pair.getPrivate(), PublicSigningKey.of(pair.getPublic()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform since 15 has Ed25519.", impossible);
    }
  }

  /**
   * Returns a key pair that was stored.
   *
   * @param seed as {@link #seed} returned it
   */
  public static SigningKeyPair of(byte[] seed, PublicSigningKey publicKey) {
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      return new SigningKeyPair(secret, publicKey);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("This is not the seed of a key.", wrong);
    }
  }

  /** Returns the 32 bytes from which the key follows: a secret. */
  public byte[] seed() {
    return ((EdECPrivateKey) secret).getBytes().orElseThrow();
  }

  /** Whether the public key verifies what the secret signs. */
  public boolean fits() {
    byte[] message = publicKey.x().getBytes(StandardCharsets.UTF_8);
    try {
      return publicKey.verifies(message, sign(message));
    } catch (IllegalArgumentException noKey) {
      return false;
    }
  }

  public PublicSigningKey publicKey() {
    return publicKey;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
