package io.redress.rules.source.edit;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Places of pictures, charts, shapes and controls, which hang on rows. */
final class Anchors {
  private Anchors() {}

  /** Moves what an element places by {@code from} and {@code to}, if it does. */
  static void shift(Element anchor, RowMoves moves) {
    Element from = row(Dom.child(anchor, "from"));
    if (from == null) {
      return;
    }
    int by = moved(from, moves);
    Element to = row(Dom.child(anchor, "to"));
    if (to != null) {
      int row = Integer.parseInt(to.getTextContent().trim());
      to.setTextContent(Integer.toString(Math.max(0, row + by)));
    }
  }

  private static int moved(Element from, RowMoves moves) {
    int before = Integer.parseInt(from.getTextContent().trim());
    int now = moves.anchor(before + 1) - 1;
    from.setTextContent(Integer.toString(now));
    return now - before;
  }

  private static @Nullable Element row(@Nullable Element place) {
    return place == null ? null : Dom.child(place, "row");
  }
}
