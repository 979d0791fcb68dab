package io.redress.cli.options;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a number of days, such as {@code 90d}. */
public final class DaysConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (!text.matches("[1-9][0-9]{0,4}d")) {
      throw new TypeConversionException(text + " is not a number of days. Use for example 90d.");
    }
    return Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1)));
  }
}
