package dev.kolrank.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Opens output files; those whose names end in {@code .gz} or {@code .xz} are compressed. */
final class OutputFiles {
  private static final int BUFFER = 1 << 16;
  private static final int LEVEL = 4;

  private OutputFiles() {}

  static OutputStream open(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    OutputStream file = Files.newOutputStream(path);
    String name = path.toString();
    OutputStream out =
        name.endsWith(".gz")
            ? new Gzip(file)
            : name.endsWith(".xz") ? new XZOutputStream(file, new LZMA2Options(0)) : file;
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
