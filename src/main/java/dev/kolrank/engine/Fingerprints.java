package dev.kolrank.engine;

import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Digests of all that a step's rows depend on: its parameters, the code, the night, and its inputs.
 * Equal digests mean equal rows.
 */
final class Fingerprints {

  private Fingerprints() {}

  static Map<String, String> of(Plan plan, Night night, Lake lake) {
    var digests = new HashMap<String, String>();
    for (Step step : plan.steps()) {
      String inputs =
          step.inputs().stream()
              .map(t -> t.name() + "@" + digest(t, digests, night, lake))
              .sorted()
              .collect(Collectors.joining("\n"));
      String whole =
          String.join(
              "\n",
              step.toString(),
              step.output().mode() == WriteMode.REPLACE_BATCH ? night.files() : "",
              night.asOf().toString(),
              night.code(),
              inputs);
      digests.put(step.output().name(), sha256(whole));
    }
    return digests;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Batches are named by the newest one and its files: without new files nothing changes. */
  private static String digest(Table input, Map<String, String> digests, Night night, Lake lake) {
    if (input.mode() == WriteMode.REPLACE_BATCH) {
      return "batch %d of %s".formatted(night.batch(), night.files());
    }
    String made = digests.get(input.name());
    return made != null ? made : "version " + lake.version(input).orElse(-1);
  }
}
