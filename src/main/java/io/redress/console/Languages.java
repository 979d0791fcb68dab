package io.redress.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The languages of the console: the one that somebody chose, else what the browser asks for. */
final class Languages {
  /** Writes days and amounts so that nobody abroad reads them otherwise, such as 5 Mar 2026. */
  private static final Locale ENGLISH = Locale.UK;

  private static final List<Locale> ALL = List.of(ENGLISH, Locale.SIMPLIFIED_CHINESE);
  private static final String CHOSEN = "redress-language";

  private Languages() {}

  static Locale of(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(CHOSEN))
        .map(Cookie::getValue)
        .flatMap(Languages::spoken)
        .or(
            () ->
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .flatMap(Languages::spoken))
        .orElse(ENGLISH);
  }

  /** The first of the languages in a header or tag that there is. */
  private static Optional<Locale> spoken(String ranges) {
    try {
      return Locale.LanguageRange.parse(ranges).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
          .flatMap(language -> ALL.stream().filter(one -> one.getLanguage().equals(language)))
          .filter(Objects::nonNull)
          .findFirst();
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }
}
