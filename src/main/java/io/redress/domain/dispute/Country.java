package io.redress.domain.dispute;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A country of ISO 3166-1.
 *
 * @param code ISO 3166-1 alpha-2, upper case
 */
public record Country(@JsonValue String code) implements Comparable<Country> {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  public static final Country CHINA = new Country("CN");

  public Country {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException(code + " is not an ISO 3166-1 alpha-2 country code");
    }
  }

  public static Optional<Country> of(String code) {
    return CODES.contains(code) ? Optional.of(new Country(code)) : Optional.empty();
  }

  @Override
  public int compareTo(Country other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
