package io.redress.cli;

import io.redress.access.ApiKey;
import io.redress.access.KeyOrder;
import io.redress.access.NewKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Keys, wherever they are kept. */
interface Keys extends AutoCloseable {
  /**
   * @param order without faults
   */
  NewKey add(KeyOrder order) throws IOException;

  /** The newest first. */
  List<ApiKey> list() throws IOException;

  /** Empty when there is none of that id. */
  Optional<ApiKey> revoke(String id) throws IOException;

  @Override
  void close();
}
