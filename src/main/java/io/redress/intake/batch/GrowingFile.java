package io.redress.intake.batch;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written to its end, from a length on that is known to be whole. */
final class GrowingFile implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final OutputStream out;
  private long length;

  GrowingFile(Path file, long length) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < length) {
      channel.close();
      throw new UnreadableInputException(
          file + " is shorter than when the run stopped. Start again with --overwrite.");
    }
    channel.truncate(length).position(length);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.length = length;
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    length += bytes.length;
  }

  /** Returns the length of what is on the disk now. */
  long sync() throws IOException {
    out.flush();
    channel.force(false);
    return length;
  }

  @Override
  public void close() throws IOException {
    out.flush();
    channel.close();
  }
}
