package dev.kolrank.identity;

import static dev.kolrank.table.identity.NamePart.KIND;
import static dev.kolrank.table.identity.NamePart.NAMES;
import static dev.kolrank.table.identity.NamePart.PART;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.kolrank.identity.match.Affixes;
import dev.kolrank.identity.match.Likeness;
import dev.kolrank.identity.match.NameModel;
import dev.kolrank.table.identity.NamePart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is known of names: the letters they are made of, and what people put around them. */
final class NameKnowledge {
  private static final Config KNOWN =
      ConfigFactory.parseResources(NameKnowledge.class, "affixes.conf");

  private NameKnowledge() {}

  /** From the counted parts, whose number is bounded, and the words of {@code affixes.conf}. */
  static Likeness of(Dataset<Row> parts) {
    Map<String, Long> grams = new HashMap<>();
    List<String> before = new ArrayList<>(KNOWN.getStringList("before"));
    List<String> behind = new ArrayList<>(KNOWN.getStringList("behind"));
    for (Row row : parts.select(KIND.col(), PART.col(), NAMES.col()).collectAsList()) {
      switch (row.getString(0)) {
        case NamePart.GRAM -> grams.put(row.getString(1), row.getLong(2));
        case NamePart.BEFORE -> before.add(row.getString(1));
        default -> behind.add(row.getString(1));
      }
    }
    return new Likeness(new NameModel(grams), new Affixes(before, behind));
  }
}
