package dev.kolrank.connector;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an operator does about a reject, by the words of its reason. */
public final class RejectRemedy {
  private static final String INSPECT =
      "jobs/inspect with this file shows its fields: mend the mapping in conf/connectors";

  /** Words of a reason to the remedy; the first that a reason contains counts. */
  private static final Map<String, String> REMEDIES = new LinkedHashMap<>();

  static {
    REMEDIES.put("by a member", "nothing to do: who merely takes part is no creator");
    REMEDIES.put("a private profile", "nothing to do: private people are not ranked");
    REMEDIES.put("as a spreadsheet writes them", "export the file again, its ids as text");
    REMEDIES.put("cannot be read", "copy the file again: it is damaged or cut");
    REMEDIES.put("checksum", "copy the file again: it is damaged");
    REMEDIES.put("encrypted", "unpack the archive and deliver its files");
    REMEDIES.put("archive inside an archive", "unpack the inner archive and deliver its files");
    REMEDIES.put(
        "ending that no layout knows", "rename the file to its format, as in .json or .csv");
    REMEDIES.put("damaged", "export the file without a spreadsheet, which rounds long ids");
    REMEDIES.put(
        "before 2004", "mend the crawler's clock, or the time's expression in the mapping");
    REMEDIES.put("later than", "mend the crawler's clock, or the zone in the mapping");
    REMEDIES.put("is negative", "mend the crawler, or the count's expression in the mapping");
    REMEDIES.put("quote", "export the file again with every quote closed");
    REMEDIES.put("not JSON", "crawl these records again: they are cut or broken");
    REMEDIES.put("no encoding", "name the file's encoding under charsets in the mapping");
  }

  private RejectRemedy() {}

  /** One clause in the imperative. */
  public static String of(String reason) {
    return REMEDIES.entrySet().stream()
        .filter(e -> reason.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(INSPECT);
  }
}
