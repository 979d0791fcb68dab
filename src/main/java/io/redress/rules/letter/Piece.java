package io.redress.rules.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A part of a text; it is written only when all that it needs is known. */
sealed interface Piece {

  /** Whether all of its placeholders stand for something. */
  boolean known(Values values);

  void write(Values values, StringBuilder letter);

  /** What it may tell, in whatever wording. */
  Stream<Placeholder> placeholders();

  static boolean known(List<Piece> pieces, Values values) {
    for (Piece piece : pieces) {
      if (!piece.known(values)) {
        return false;
      }
    }
    return true;
  }

  static void write(List<Piece> pieces, Values values, StringBuilder letter) {
    for (Piece piece : pieces) {
      piece.write(values, letter);
    }
  }

  private static Stream<Placeholder> placeholders(Collection<List<Piece>> wordings) {
    return wordings.stream().flatMap(List::stream).flatMap(Piece::placeholders);
  }

  /** Words that are always the same. */
  record Words(String text) implements Piece {
    @Override
    public boolean known(Values values) {
      return true;
    }

    @Override
    public void write(Values values, StringBuilder letter) {
      letter.append(text);
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Stream.empty();
    }
  }

  /** Where a value goes, as it is: nothing in it is looked at again. */
  record Slot(Placeholder placeholder) implements Piece {
    @Override
    public boolean known(Values values) {
      return values.text(placeholder) != null;
    }

    @Override
    public void write(Values values, StringBuilder letter) {
      letter.append(values.tell(placeholder));
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Stream.of(placeholder);
    }
  }

  /**
   * Words that agree with a number.
   *
   * @param forms by {@code =number} or by the language's plural category
   */
  record Plural(Placeholder number, Map<String, List<Piece>> forms) implements Piece {
    @Override
    public boolean known(Values values) {
      return values.text(number) != null && Piece.known(form(values), values);
    }

    @Override
    public void write(Values values, StringBuilder letter) {
      Piece.write(form(values), values, letter);
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Stream.concat(Stream.of(number), Piece.placeholders(forms.values()));
    }

    private List<Piece> form(Values values) {
      int count = values.count(number);
      List<Piece> exact = forms.get("=" + count);
      if (exact != null) {
        return exact;
      }
      List<Piece> other = forms.getOrDefault("other", List.of());
      return forms.getOrDefault(values.pluralCategory(count), other);
    }
  }

  /** The first of some wordings that is wholly known; nothing when none is. */
  record Phrase(List<List<Piece>> wordings) implements Piece {
    @Override
    public boolean known(Values values) {
      return true;
    }

    @Override
    public void write(Values values, StringBuilder letter) {
      for (List<Piece> wording : wordings) {
        if (Piece.known(wording, values)) {
          Piece.write(wording, values, letter);
          return;
        }
      }
    }

    @Override
    public Stream<Placeholder> placeholders() {
      return Piece.placeholders(wordings);
    }
  }
}
