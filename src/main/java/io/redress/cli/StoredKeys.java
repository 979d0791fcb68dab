package io.redress.cli;

import io.redress.access.ApiKey;
import io.redress.access.KeyOrder;
import io.redress.access.KeyStore;
import io.redress.access.NewKey;
import io.redress.audit.Actor;
import io.redress.database.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keys in the database itself. */
final class StoredKeys implements Keys {
  private static final Actor BY = Actor.within("command line");

  private final Database database;
  private final KeyStore store;

  StoredKeys(Database database) {
    this.database = database;
    this.store = new KeyStore(database, Clock.systemUTC());
  }

  @Override
  public NewKey add(KeyOrder order) {
    return store.add(order, BY);
  }

  @Override
  public List<ApiKey> list() {
    return store.page(0, Integer.MAX_VALUE);
  }

  @Override
  public Optional<ApiKey> revoke(String id) {
    return store.revoke(id, BY);
  }

  @Override
  public void close() {
    database.close();
  }
}
