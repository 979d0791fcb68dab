package io.redress.http.decide;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.redress.platform.stream.GzipMembers;
import io.redress.platform.stream.SharedInput;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** How the lines of a batch, or of its answers, are compressed. */
enum BatchEncoding {
  ZSTD {
    @Override
    InputStream decoded(InputStream sent) throws IOException {
      return new ZstdInputStreamNoFinalizer(new SharedInput(sent)).setLongMax(MAX_WINDOW);
    }

    @Override
    OutputStream encoded(OutputStream out) throws IOException {
      return new ZstdOutputStreamNoFinalizer(out);
    }
  },
  GZIP {
    @Override
    InputStream decoded(InputStream sent) throws IOException {
      return new GzipMembers(new SharedInput(sent), BUFFER);
    }

    @Override
    OutputStream encoded(OutputStream out) throws IOException {
      return new GZIPOutputStream(out, BUFFER, true);
    }
  },
  IDENTITY {
    @Override
    InputStream decoded(InputStream sent) {
      return new SharedInput(sent);
    }

    @Override
    OutputStream encoded(OutputStream out) {
      return out;
    }
  };

  private static final int BUFFER = 1 << 13;

  /** A window of 8 MiB, which has to be in memory; the levels up to 19 need no larger one. */
  private static final int MAX_WINDOW = 23;

  /**
   * Decodes a body while it is read. To be closed at once when it is not read on, which leaves the
   * body itself open: a decoder has megabytes outside of the heap.
   */
  abstract InputStream decoded(InputStream sent) throws IOException;

  /**
   * Encodes what is written; after a flush, all of it can be decoded. To be closed always, for the
   * same reason.
   */
  abstract OutputStream encoded(OutputStream out) throws IOException;

  /** The name in headers. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The encoding of a body; others are refused before. */
  static BatchEncoding of(HttpServerRequest request) {
    String sent = String.valueOf(request.getHeader(HttpHeaders.CONTENT_ENCODING));
    String token = sent.strip().toLowerCase(Locale.ROOT).replaceFirst("^x-", "");
    return Arrays.stream(values())
        .filter(one -> one.token().equals(token))
        .findFirst()
        .orElse(IDENTITY);
  }

  /** The encoding of answers: the first of these that the client accepts. */
  static BatchEncoding accepted(HttpServerRequest request) {
    Set<String> accepted =
        request.headers().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
            .flatMap(list -> Arrays.stream(list.toLowerCase(Locale.ROOT).split(",")))
            .map(one -> one.replace(" ", ""))
            .filter(one -> !one.matches(".*;q=0(\\.0*)?"))
            .map(one -> one.replaceFirst(";.*", ""))
            .collect(Collectors.toSet());
    return Arrays.stream(values())
        .filter(one -> accepted.contains(one.token()))
        .findFirst()
        .orElse(IDENTITY);
  }
}
