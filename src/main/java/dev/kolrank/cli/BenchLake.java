package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** The lake of a benchmark, which each run empties: named so that it is nobody's lake of nights. */
final class BenchLake {
  private static final String NAME = "bench-lake";

  private BenchLake() {}

  /**
   * The place of an empty lake in the working folder.
   *
   * @throws UserError when what a run before left there cannot be deleted
   */
  static Path emptied(Path work) throws IOException {
    Path lake = work.resolve(NAME);
    FileUtils.deleteDirectory(lake.toFile());
    if (Files.exists(lake)) {
      throw new UserError("--work cannot be emptied: " + lake);
    }
    return lake;
  }
}
