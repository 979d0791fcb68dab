package io.redress.console;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The language of a page: the one chosen in the console, else the browser's preference. */
public final class Languages {
  /** Formats dates unambiguously, such as 5 Mar 2026. */
  private static final Locale ENGLISH = Locale.UK;

  private static final List<Locale> ALL = List.of(ENGLISH, Locale.SIMPLIFIED_CHINESE);
  private static final String COOKIE = "redress-language";

  private Languages() {}

  /** All languages of the console. */
  public static List<Locale> all() {
    return ALL;
  }

  static Locale of(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(COOKIE))
        .map(Cookie::getValue)
        .flatMap(Languages::supported)
        .or(
            () ->
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                    .flatMap(Languages::supported))
        .orElse(ENGLISH);
  }

  /** The first supported language in a header or tag. */
  private static Optional<Locale> supported(String ranges) {
    try {
      return Locale.LanguageRange.parse(ranges).stream()
          .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
          .flatMap(language -> ALL.stream().filter(one -> one.getLanguage().equals(language)))
          .filter(Objects::nonNull)
          .findFirst();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
