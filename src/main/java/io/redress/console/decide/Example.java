package io.redress.console.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Example facts of the form.
 *
 * @param name suffix of the message key of its title
 */
record Example(String name, String json) {
  private static final List<Example> ALL =
      List.of(
          read("dress", "openapi/dress.json"),
          read("atomizers-proof", "examples/atomizers-proof.json"),
          read("atomizers", "openapi/atomizers.json"),
          read("atomizers-refund", "examples/atomizers-refund.json"),
          read("lost", "openapi/lost.json"),
          read("customs", "examples/customs.json"),
          read("wrong-size", "examples/wrong-size.json"));

  static List<Example> all() {
    return ALL;
  }

  /** The message key of the title. */
  public String title() {
    return "decide.example." + name;
  }

  private static Example read(String name, String resource) {
    try (InputStream in =
        Objects.requireNonNull(Example.class.getClassLoader().getResourceAsStream(resource))) {
      return new Example(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
