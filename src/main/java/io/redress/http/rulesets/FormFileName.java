package io.redress.http.rulesets;

import io.redress.http.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file in a form. Names with other characters than ASCII can be sent as {@code
 * filename*} (RFC 8187), which is preferred to a {@code filename} beside it (RFC 6266).
 */
final class FormFileName {
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([^=;\\s\"]+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|[^;\"]*+)");

  private static final Pattern EXTENDED = Pattern.compile("([^']+)'[A-Za-z0-9-]*'(.*)");
  private static final Pattern ENCODED =
      Pattern.compile("(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9!#$&+.^_`|~/-])*+");

  private FormFileName() {}

  /**
   * @param disposition the part's {@code Content-Disposition}; null for none
   * @param plain the name that was found in {@code filename}
   */
  static @Nullable String of(@Nullable String disposition, @Nullable String plain) {
    if (disposition != null) {
      Matcher parameter = PARAMETER.matcher(disposition);
      while (parameter.find()) {
        if (parameter.group(1).equalsIgnoreCase("filename*")) {
          return decoded(parameter.group(2).replace("\"", "").strip())
              .orElseThrow(
                  () ->
                      ProblemType.MALFORMED_REQUEST.with(
                          "filename* of a file is malformed. Send it as"
                              + " UTF-8''promises.xlsx, with %XX for each other byte."));
        }
      }
    }
    return plain;
  }

  private static Optional<String> decoded(String value) {
    Matcher form = EXTENDED.matcher(value);
    if (!form.matches() || !ENCODED.matcher(form.group(2)).matches()) {
      return Optional.empty();
    }
    Charset charset =
        switch (form.group(1).toUpperCase(Locale.ROOT)) {
          case "UTF-8" -> StandardCharsets.UTF_8;
          case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
          default -> null;
        };
    if (charset == null) {
      return Optional.empty();
    }
    var bytes = new ByteArrayOutputStream();
    String text = form.group(2);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%') {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(text.charAt(i));
      }
    }
    try {
      return Optional.of(
          charset.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
