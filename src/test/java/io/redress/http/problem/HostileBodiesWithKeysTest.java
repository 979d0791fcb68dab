package io.redress.http.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Tag;

/** The same once access is protected. */
@QuarkusTest
@TestProfile(KeyOnEveryRequest.class)
@Tag("service")
class HostileBodiesWithKeysTest extends HostileBodiesTest {}
