package io.redress.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** An H2 file system whose disk can be full. */
public final class FullDisk extends FilePathWrapper {
  static final String SCHEME = "fulldisk";

  private static volatile boolean full;

  static {
    FilePath.register(new FullDisk());
  }

  static void full(boolean now) {
    full = now;
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
        if (full) {
          throw new IOException("No space left on device");
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
