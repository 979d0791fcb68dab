package io.redress.journal.write;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictTrainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains the dictionary with which the journal compresses. Prints what it does for decisions that it
 * was trained on, and for those on facts of test cases that were held out.
 */
public final class DictionaryTraining {
  private static final int SAMPLES = 6_000;
  private static final int DICTIONARY_BYTES = 64 << 10;
  private static final int MAX_SAMPLE_BYTES = 64 << 20;
  private static final int LEVEL = 3;

  private DictionaryTraining() {}

  /** The argument is the file to be written. */
  public static void main(String[] args) throws IOException {
    byte[] half = trained(new RealDecisions(7, 0, 2).entries(SAMPLES));
    print("held out", half, new RealDecisions(8, 1, 2).entries(SAMPLES / 2));
    byte[] dictionary = trained(new RealDecisions(7).entries(SAMPLES));
    print("all", dictionary, new RealDecisions(8).entries(SAMPLES / 2));
    Files.write(Path.of(args[0]), dictionary);
  }

  private static byte[] trained(List<NewEntry> entries) {
    ZstdDictTrainer trainer = new ZstdDictTrainer(MAX_SAMPLE_BYTES, DICTIONARY_BYTES, LEVEL);
    for (NewEntry entry : entries) {
      trainer.addSample(EntryBody.plain(entry.decided()));
      trainer.addSample(personal(entry));
    }
    return trainer.trainSamples();
  }

  private static void print(String what, byte[] dictionary, List<NewEntry> entries) {
    long plain = 0;
    long body = 0;
    long personal = 0;
    try (ZstdDictCompress prepared = new ZstdDictCompress(dictionary, LEVEL);
        ZstdCompressCtx context = new ZstdCompressCtx().setDictID(false).loadDict(prepared)) {
      for (NewEntry entry : entries) {
        plain += EntryBody.plain(entry.decided()).length + personal(entry).length;
        body += context.compress(EntryBody.plain(entry.decided())).length;
        personal += context.compress(personal(entry)).length;
      }
    }
    int many = entries.size();
    System.out.printf(
        "%s: %d bytes become %d, and %d of personal data%n",
        what, plain / many, body / many, personal / many);
  }

  private static byte[] personal(NewEntry entry) {
    return entry.personal().text().getBytes(StandardCharsets.UTF_8);
  }
}
