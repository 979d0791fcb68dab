package io.redress.cli.keys;

import io.redress.platform.database.Database;
import io.redress.security.access.ApiKey;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.NewKey;
import io.redress.security.audit.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Access keys in the database. */
final class StoredKeys implements Keys {
  private static final Actor BY = Actor.within("command line");

  private final Database database;
  private final KeyStore store;

  StoredKeys(Database database) {
    this.database = database;
    this.store = new KeyStore(database, Clock.systemUTC());
  }

  @Override
  public NewKey add(KeySpec spec) {
    return store.add(spec, BY);
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
