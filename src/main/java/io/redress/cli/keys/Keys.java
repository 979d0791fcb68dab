package io.redress.cli.keys;

import io.redress.security.access.ApiKey;
import io.redress.security.access.KeySpec;
import io.redress.security.access.NewKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Access keys in the database or in a running service. */
interface Keys extends AutoCloseable {
  /**
   * @param spec a valid specification
   */
  NewKey add(KeySpec spec) throws IOException;

  /** All keys, newest first. */
  List<ApiKey> list() throws IOException;

  /** Revokes a key; empty if there is none with this id. */
  Optional<ApiKey> revoke(String id) throws IOException;

  @Override
  void close();
}
