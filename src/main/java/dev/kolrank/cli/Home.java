package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that kolrank was started from: the launcher says where it is. */
final class Home {

  private Home() {}

  /** The sample crawl that comes with kolrank. */
  static String sample() {
    Path sample = Path.of(System.getProperty("kolrank.home", "."), "src", "sample", "crawl");
    if (!Files.isDirectory(sample)) {
      throw new UserError("--crawl is needed: the sample is not at " + sample);
    }
    return sample.toString();
  }
}
