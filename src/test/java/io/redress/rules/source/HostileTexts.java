package io.redress.rules.source;

import java.util.List;

/** Texts that are code, placeholders or formulas in other systems. */
public final class HostileTexts {
  public static final List<String> ALL =
      List.of(
          "\"); System.exit(0); //",
          "\\u0022); System.exit(0); //",
          "\\\"); System.exit(0); //",
          "end rule \"x\" when then System.exit(0); end",
          "x\nend\nrule \"x\" when then System.exit(0); end",
          "|| true",
          "eval( true )",
          "{config:x}",
          "${config:x}",
          "=cmd|'/c calc'!A1",
          "*/ System.exit(0); /*");

  private HostileTexts() {}
}
