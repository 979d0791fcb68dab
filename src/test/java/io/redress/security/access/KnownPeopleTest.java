package io.redress.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.security.audit.Actor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPeopleTest {
  private static final Actor BY = Actor.within("test");

  @TempDir private Path folder;

  private Database database;
  private KeyStore keys;
  private KnownPeople people;

  @BeforeEach
  void open() {
    database = Database.open(DatabaseSettings.embedded(folder));
    keys = new KeyStore(database, Clock.systemUTC());
    people = new KnownPeople(keys);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keyAndLinkedAccountAreOnePersonInBothDirections() {
    add("Anna", "oidc:8f3c");
    add("Ben", "oidc:77aa");
    add("Shop", null);

    assertThat(people.same("Anna", "oidc:8f3c")).isTrue();
    assertThat(people.same("oidc:8f3c", "anna")).isTrue();
    assertThat(people.same("Anna", "oidc:77aa")).isFalse();
    assertThat(people.same("Anna", "Ben")).isFalse();
    assertThat(people.same("Shop", "oidc:8f3c")).isFalse();
    assertThat(people.same("oidc:8f3c", "oidc:77aa")).isFalse();
  }

  @Test
  void allKeysOfAnAccountAreOnePersonAlsoRevokedOnes() {
    String id = add("Anna", "oidc:8f3c");
    add("Reviewer", "oidc:8f3c");
    add("Reviewer", "oidc:second");
    keys.revoke(id, BY);

    assertThat(people.same("Anna", "Reviewer")).isTrue();
    assertThat(people.same("Anna", "oidc:second")).isTrue();
  }

  @Test
  void keysThatOneCreatedSinceMayStandForOneAlsoOverOthers() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    add("Anna", null);
    add("Ben", "oidc:77aa", "anna");
    add("Carl", null, "oidc:77aa");
    add("Dora", null, "Emil");
    Instant after = Instant.now().plusSeconds(60);

    assertThat(List.of("Ben", "oidc:77aa", "Carl"))
        .allMatch(name -> people.mayStandFor("Anna", name, before))
        .noneMatch(name -> people.mayStandFor("Anna", name, after));
    assertThat(people.mayStandFor("Anna", "Anna", before)).isFalse();
    assertThat(people.mayStandFor("Anna", "Dora", before)).isFalse();
    assertThat(people.mayStandFor("Carl", "Ben", before)).isFalse();
  }

  private String add(String name, String account) {
    return add(name, account, BY.name());
  }

  private String add(String name, String account, String by) {
    KeySpec key = new KeySpec(name, Set.of(Role.EDIT), null, account);
    return keys.add(key, Actor.within(by)).key().id();
  }
}
