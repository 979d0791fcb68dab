package io.redress.cli.keys;

import io.redress.security.access.ApiKey;
import io.redress.security.access.KeySpec;
import io.redress.security.access.NewKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Keys, wherever they are kept. */
interface Keys extends AutoCloseable {
  /**
   * @param order without faults
   */
  NewKey add(KeySpec order) throws IOException;

  /** The newest first. */
  List<ApiKey> list() throws IOException;

  /** Empty when there is none of that id. */
  Optional<ApiKey> revoke(String id) throws IOException;

  @Override
  void close();
}
