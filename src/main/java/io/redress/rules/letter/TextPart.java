package io.redress.rules.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A parsed part of a letter text. */
sealed interface TextPart {

  /** Whether all of its placeholders have values. */
  boolean known(PlaceholderValues values);

  void write(PlaceholderValues values, StringBuilder letter);

  /** Returns the placeholders in all of its wordings. */
  Stream<Placeholder> placeholders();

  static boolean known(List<TextPart> parts, PlaceholderValues values) {
    for (TextPart part : parts) {
      if (!part.known(values)) {
        return false;
      }
    }
    return true;
  }

  static void write(List<TextPart> parts, PlaceholderValues values, StringBuilder letter) {
    for (TextPart part : parts) {
      part.write(values, letter);
    }
  }

  private static Stream<Placeholder> placeholders(Collection<List<TextPart>> wordings) {
    return wordings.stream().flatMap(List::stream).flatMap(TextPart::placeholders);
  }

  /** Literal text. */
  record Literal(String text) implements TextPart {
    @Override
    public boolean known(PlaceholderValues values) {
      return true;
    }

    @Override
    public void write(PlaceholderValues values, StringBuilder letter) {
      letter.append(text);
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Stream.empty();
    }
  }

  /** The value of a placeholder; it is not parsed again. */
  record Slot(Placeholder placeholder) implements TextPart {
    @Override
    public boolean known(PlaceholderValues values) {
      return values.text(placeholder) != null;
    }

    @Override
    public void write(PlaceholderValues values, StringBuilder letter) {
      letter.append(values.write(placeholder));
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Stream.of(placeholder);
    }
  }

  /**
   * Text with plural forms.
   *
   * @param forms by {@code =number} or CLDR plural category
   */
  record Plural(Placeholder number, Map<String, List<TextPart>> forms) implements TextPart {
    @Override
    public boolean known(PlaceholderValues values) {
      return values.text(number) != null && TextPart.known(form(values), values);
    }

    @Override
    public void write(PlaceholderValues values, StringBuilder letter) {
      TextPart.write(form(values), values, letter);
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Stream.concat(Stream.of(number), TextPart.placeholders(forms.values()));
    }

    private List<TextPart> form(PlaceholderValues values) {
      int count = values.count(number);
      List<TextPart> exact = forms.get("=" + count);
      if (exact != null) {
        return exact;
      }
      List<TextPart> other = forms.getOrDefault("other", List.of());
      return forms.getOrDefault(values.pluralCategory(count), other);
    }
  }

  /**
   * Text that depends on a code. A translation need not depend on the same codes.
   *
   * @param forms by code, with {@code other} for all that are not named
   */
  record Select(CodePlaceholder code, Map<String, List<TextPart>> forms) implements TextPart {
    @Override
    public boolean known(PlaceholderValues values) {
      return TextPart.known(form(values), values);
    }

    @Override
    public void write(PlaceholderValues values, StringBuilder letter) {
      TextPart.write(form(values), values, letter);
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return TextPart.placeholders(forms.values());
    }

    private List<TextPart> form(PlaceholderValues values) {
      List<TextPart> other = forms.getOrDefault("other", List.of());
      return forms.getOrDefault(values.code(code), other);
    }
  }

  /**
   * The value of a fact or outcome of the seller's own.
   *
   * @param name without {@code custom_}
   */
  record Own(String name) implements TextPart {
    /** What its name in texts begins with; a name with a point cannot be a placeholder. */
    static final String PREFIX = "custom_";

    @Override
    public boolean known(PlaceholderValues values) {
      return values.own(name) != null;
    }

    @Override
    public void write(PlaceholderValues values, StringBuilder letter) {
      letter.append(values.own(name));
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Stream.empty();
    }
  }

  /** The first wording whose placeholders are all known; nothing when there is none. */
  record Phrase(List<List<TextPart>> wordings) implements TextPart {
    @Override
    public boolean known(PlaceholderValues values) {
      return true;
    }

    @Override
    public void write(PlaceholderValues values, StringBuilder letter) {
      for (List<TextPart> wording : wordings) {
        if (TextPart.known(wording, values)) {
          TextPart.write(wording, values, letter);
          return;
        }
      }
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return TextPart.placeholders(wordings);
    }
  }
}
