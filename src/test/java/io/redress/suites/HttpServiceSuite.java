package io.redress.suites;

import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Tests tagged "service" of the API, by a JVM of their own. */
@Suite
@SelectPackages("io.redress.http")
@IncludeTags("service")
final class HttpServiceSuite {}
