package io.redress.suites;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All other tests tagged "service": each is in one of the three suites. */
@Suite
@SelectPackages("io.redress")
@ExcludePackages({"io.redress.http", "io.redress.journal"})
@IncludeTags("service")
final class OtherServiceSuite {}
