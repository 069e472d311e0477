package dev.kolrank.job;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identifies the running program, so that tables made by other code are made anew. */
final class CodeVersion {

  private CodeVersion() {}

  /** Digest of the program's jar; "classes" when it runs unpacked, as in tests. */
  static String current() {
    try {
      Path place =
          Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(place)) {
        return "classes";
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(place));
      return HexFormat.of().formatHex(digest);
    } catch (URISyntaxException | IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("the program cannot find itself", e);
    }
  }
}
