package io.redress.platform.database;

import static java.util.Objects.requireNonNull;

import io.redress.platform.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jspecify.annotations.Nullable;

/**
 * The keys that encrypt the keys of personal data, and those that sign certificates, in the
 * database, so that its files and backups alone do not reveal them. One is current and encrypts;
 * older ones only decrypt, until a rotation has encrypted everything with the current one. Without
 * a current key nothing is encrypted.
 *
 * <p>AES-256-GCM with a random 96-bit initialisation vector; the id of the row is authenticated
 * with its secret, so that secrets cannot be exchanged.
 */
public final class WrappingKeys {
  /** No key at all. */
  public static final WrappingKeys NONE = new WrappingKeys(null, Map.of());

  /** The key id of a secret that is not encrypted. */
  public static final String PLAIN = "";

  private static final String SETTING = "REDRESS_PERSONAL_DATA_KEY";
  private static final String OLD_SETTING = "REDRESS_PERSONAL_DATA_OLD_KEYS";
  private static final String ADVICE = " Create one with: openssl rand -base64 32";

  /** Where encrypted secrets are. */
  private static final List<String> TABLES = List.of("personal_key", "signing_key");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int VECTOR_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int ID_LENGTH = 16;

  private final @Nullable String current;
  private final Map<String, SecretKeySpec> keys;

  private WrappingKeys(@Nullable String current, Map<String, SecretKeySpec> keys) {
    this.current = current;
    this.keys = keys;
  }

  /**
   * A secret as it is stored.
   *
   * @param keyId the key that encrypted it, or {@link #PLAIN}
   */
  public record Wrapped(String keyId, byte[] bytes) {}

  /**
   * Returns the keys of the configuration.
   *
   * @param current in Base64; null or blank: none
   * @param old separated by commas
   * @throws DatabaseUnavailable when one is no key
   */
  public static WrappingKeys configured(@Nullable String current, @Nullable String old) {
    Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    String newest = null;
    if (current != null && !current.isBlank()) {
      SecretKeySpec key = key(SETTING, current.strip());
      newest = id(key);
      keys.put(newest, key);
    }
    if (old != null) {
      Stream.of(old.split(","))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(text -> key(OLD_SETTING, text))
          .forEach(key -> keys.put(id(key), key));
    }
    return keys.isEmpty() ? NONE : new WrappingKeys(newest, keys);
  }

  private static SecretKeySpec key(String setting, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new DatabaseUnavailable(setting + " is not Base64." + ADVICE);
    }
    if (bytes.length != KEY_BYTES) {
      throw new DatabaseUnavailable(
          setting + " has " + bytes.length + " bytes instead of " + KEY_BYTES + "." + ADVICE);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Names a key without revealing it. */
  private static String id(SecretKeySpec key) {
    return new Sha256().add("wrapping key").add(key.getEncoded()).hex().substring(0, ID_LENGTH);
  }

  /** The keys that this database was opened with. */
  public static WrappingKeys of(Handle handle) {
    return of(handle.getConfig());
  }

  /** The keys that this database was opened with. */
  public static WrappingKeys of(ConfigRegistry config) {
    return config.get(Config.class).keys;
  }

  void configure(ConfigRegistry config) {
    config.get(Config.class).keys = this;
  }

  /** The id of the current key, or {@link #PLAIN}. */
  public String currentId() {
    return current == null ? PLAIN : current;
  }

  /** Encrypts the secret of a row with the current key, if there is one. */
  public Wrapped wrap(UUID row, byte[] secret) {
    if (current == null) {
      return new Wrapped(PLAIN, secret);
    }
    SecretKeySpec key = requireNonNull(keys.get(current));
    byte[] vector = new byte[VECTOR_BYTES];
    RANDOM.nextBytes(vector);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, vector, row).doFinal(secret);
      byte[] both =
          ByteBuffer.allocate(VECTOR_BYTES + encrypted.length).put(vector).put(encrypted).array();
      return new Wrapped(current, both);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Decrypts the secret of a row.
   *
   * @throws UnreadableSecret when its key is not configured, or it was tampered with
   */
  public byte[] unwrap(UUID row, Wrapped stored) {
    byte[] secret = stored.keyId().equals(PLAIN) ? stored.bytes() : decrypted(row, stored);
    if (secret.length != KEY_BYTES) {
      throw changed();
    }
    return secret;
  }

  private byte[] decrypted(UUID row, Wrapped stored) {
    SecretKeySpec key = keys.get(stored.keyId());
    if (key == null) {
      throw new UnreadableSecret("its wrapping key " + stored.keyId() + " is not configured");
    }
    try {
      byte[] vector = Arrays.copyOf(stored.bytes(), VECTOR_BYTES);
      return cipher(Cipher.DECRYPT_MODE, key, vector, row)
          .doFinal(stored.bytes(), VECTOR_BYTES, stored.bytes().length - VECTOR_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException | ProviderException damaged) {
      throw changed();
    }
  }

  private static UnreadableSecret changed() {
    return new UnreadableSecret("it was changed in the database");
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] vector, UUID row)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
    cipher.updateAAD(row.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /**
   * Checks that every secret can be decrypted: one look-up in an index for each key in use.
   *
   * @throws DatabaseUnavailable when a key is missing
   */
  void check(Connection connection, DatabaseSettings settings) throws SQLException {
    for (String table : TABLES) {
      check(connection, table, settings);
    }
  }

  private void check(Connection connection, String table, DatabaseSettings settings)
      throws SQLException {
    for (Optional<String> used = next(connection, table, PLAIN);
        used.isPresent();
        used = next(connection, table, used.get())) {
      if (!keys.containsKey(used.get())) {
        throw new DatabaseUnavailable(
            "The database "
                + settings
                + " has secrets that are encrypted with the key "
                + used.get()
                + ", which is not configured ("
                + (keys.isEmpty() ? "none is" : "these are: " + String.join(", ", keys.keySet()))
                + "). Set "
                + SETTING
                + " to it, or add it to "
                + OLD_SETTING
                + ".");
      }
    }
  }

  private static Optional<String> next(Connection connection, String table, String last)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select min(wrapped_with) from " + table + " where wrapped_with > ?")) {
      query.setString(1, last);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Carries the keys to all statements of a database. */
  public static final class Config implements JdbiConfig<Config> {
    private WrappingKeys keys = NONE;

    /** For Jdbi. */
    public Config() {}

    private Config(WrappingKeys keys) {
      this.keys = keys;
    }

    @Override
    public Config createCopy() {
      return new Config(keys);
    }
  }
}
