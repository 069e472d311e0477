package dev.kolrank.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Opens output files; those whose names end in {@code .gz} are compressed. */
final class OutputFiles {
  private static final int BUFFER = 1 << 16;
  private static final int LEVEL = 4;

  private OutputFiles() {}

  static OutputStream open(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    OutputStream file = Files.newOutputStream(path);
    OutputStream out = path.toString().endsWith(".gz") ? new Gzip(file) : file;
    return new BufferedOutputStream(out, BUFFER);
  }

  /** Its header carries no time, so the same content gives the same bytes. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(LEVEL);
    }
  }
}
