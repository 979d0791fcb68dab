package io.redress.http.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The same once access is protected. */
@QuarkusTest
@TestProfile(KeyOnEveryRequest.class)
class HostileBodiesWithKeysTest extends HostileBodiesTest {}
