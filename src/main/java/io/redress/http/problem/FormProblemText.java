package io.redress.http.problem;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a multipart form, and where. The framework reports it as an internal error
 * without a text, so the place that failed says what it is.
 */
final class FormProblemText {
  private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

  private FormProblemText() {}

  /**
   * The text for the caller; empty if the failure is not that of a form. An I/O error, such as a
   * full disk, is none, unless the form itself caused it.
   */
  static Optional<String> of(@Nullable Throwable cause) {
    if (cause instanceof UnsupportedEncodingException) {
      return frames(cause, Integer.MAX_VALUE).isEmpty()
          ? Optional.empty()
          : Optional.of(
              "The charset in Content-Type, or in that of a part, is unknown. Use UTF-8.");
    }
    if (cause == null) {
      return Optional.empty();
    }
    return frames(cause, cause instanceof IOException ? 1 : Integer.MAX_VALUE)
        .map(FormProblemText::text);
  }

  /** Where the reading of forms failed, as CLASS.METHOD. */
  private static Optional<String> frames(Throwable cause, int most) {
    return Arrays.stream(cause.getStackTrace())
        .limit(most)
        .filter(frame -> frame.getClassName().startsWith(FORMS))
        .map(
            frame ->
                frame.getClassName().substring(FORMS.length()).replaceFirst(".*[$]", "")
                    + "."
                    + frame.getMethodName())
        .findFirst();
  }

  private static String text(String place) {
    return switch (place) {
      case "ParseState.headerName", "ParseState.headerValue" ->
          "The headers of a part of the form are malformed. After the line with the boundary, each"
              + " header needs a line of its own such as Content-Disposition: form-data;"
              + " name=\"file\"; filename=\"promises.xlsx\", and an empty line ends them.";
      case "FormData.add" -> "The form has too many parts. Send fewer files at once.";
      case "MultiPartUploadHandler.beginPart" ->
          "The Content-Disposition of a part of the form is malformed. Send one such as form-data;"
              + " name=\"file\"; filename=\"promises.xlsx\".";
      case "MultiPartUploadHandler.parseBlocking", "NonBlockingParseTask.run" ->
          "The form ends before its closing boundary, which is the boundary of Content-Type with --"
              + " before and after it. Send all of the form.";
      case "MultiPartParserDefinition.create" ->
          "The boundary in Content-Type is malformed. Let your client choose it, or use letters and"
              + " digits.";
      default -> "The form cannot be read. Send it as multipart/form-data (RFC 7578).";
    };
  }
}
