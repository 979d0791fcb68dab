package io.redress.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** An H2 file system whose disk can be full, or read-only. */
public final class FullDisk extends FilePathWrapper {
  static final String SCHEME = "fulldisk";

  static final String FULL = "No space left on device";
  static final String READ_ONLY = "Read-only file system";

  private static volatile String failure = "";

  static {
    FilePath.register(new FullDisk());
  }

  /** Has all writes fail with this message; none with an empty one. */
  static void failing(String message) {
    failure = message;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel channel = getBase().open(mode);
    return new FileBaseDefault() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
      }

      @Override
      public int write(ByteBuffer source, long position) throws IOException {
        if (!failure.isEmpty()) {
          throw new IOException(failure);
        }
        return channel.write(source, position);
      }

      @Override
      public void force(boolean metaData) throws IOException {
        channel.force(metaData);
      }

      @Override
      protected void implTruncate(long size) throws IOException {
        channel.truncate(size);
      }

      @Override
      public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return channel.tryLock(position, size, shared);
      }

      @Override
      protected void implCloseChannel() throws IOException {
        channel.close();
      }
    };
  }
}
