package io.redress.insight.explain;

/** How sentences name columns and values. */
public interface Wording {
  /** As the rules have them, for programs and for people who write rules. */
  Wording CODES =
      new Wording() {
        @Override
        public String column(String name) {
          return name;
        }

        @Override
        public String value(String text) {
          return text;
        }
      };

  /**
   * @param name of a fact or outcome, such as {@code delayCause}
   */
  String column(String name);

  /**
   * @param text a value or a test, such as {@code not(LOST)}
   */
  String value(String text);
}
