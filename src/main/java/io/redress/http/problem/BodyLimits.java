package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How long a body may be. Only files and tables may be long: files go to the disk, tables are read
 * token by token. Whatever else is read becomes objects, which take many times as much memory.
 */
@Singleton
public class BodyLimits {
  /** Of bodies that are neither files nor tables. */
  static final long MAX_BYTES = 1 << 20;

  private static final Pattern TABLE = Pattern.compile("/tables/[^/]+/[^/]+(/check)?/?");

  private final long maxBytes;

  BodyLimits(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes) {
    this.maxBytes = maxBytes.asLongValue();
  }

  /**
   * The limit of a body, in bytes.
   *
   * @param path normalized
   */
  public long of(String path, @Nullable String contentType) {
    boolean files =
        contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
    return files || TABLE.matcher(path).matches() ? maxBytes : Math.min(MAX_BYTES, maxBytes);
  }

  /** A body that ends with a problem where it is longer than a limit. */
  public static InputStream limited(InputStream body, long limit) {
    return new Limited(body, limit);
  }

  /** The problem of a body above its limit. */
  public static HttpProblem tooLong(long limit) {
    return ProblemType.TOO_LARGE.with(
        "The body is longer than " + (limit >> 20) + " MB. Send less at once.");
  }

  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long count;

    Limited(InputStream body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      count += read;
      if (count > limit) {
        throw tooLong(limit);
      }
    }
  }
}
