package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** JSON records of the shape that a connector's rules read, with fields that they do not. */
final class InventedRecords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] WORDS = {
    "soup", "家常菜", "naïve 😀", "}, {", "]", "a \"quoted\" word", "two\nlines", "back\\slash", "[{"
  };

  private final Layout layout;
  private final Random random;

  InventedRecords(Layout layout, Random random) {
    this.layout = layout;
    this.random = random;
  }

  /** Records, each on one line. */
  List<String> records(int count) {
    var records = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      ObjectNode record = object(layout.shape());
      record.put("unread" + i, "r" + i);
      record.set("nested", JSON.createObjectNode().put("a", WORDS[i % WORDS.length]));
      // what leads to other records would be taken out
      layout.split().forEach(path -> record.remove(path.split("[.]", -1)[0]));
      layout.also().forEach(path -> record.remove(path.split("[.]", -1)[0]));
      records.add(record.toString());
    }
    return records;
  }

  private ObjectNode object(StructType shape) {
    ObjectNode object = JSON.createObjectNode();
    for (StructField field : shape.fields()) {
      if (!field.name().equals(Surroundings.OUTER) && random.nextInt(5) > 0) {
        object.set(field.name(), value(field.dataType()));
      }
    }
    return object;
  }

  private JsonNode value(DataType type) {
    if (type instanceof StructType inner) {
      return object(inner);
    }
    return switch (random.nextInt(6)) {
      case 0 -> JSON.getNodeFactory().numberNode(random.nextLong());
      case 1 -> JSON.getNodeFactory().numberNode(random.nextInt(1000) / 8.0);
      case 2 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
      case 3 -> JSON.createArrayNode().add(word()).add(7);
      default -> JSON.getNodeFactory().textNode(word());
    };
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  /** The value over many lines, each but the first behind an indentation. */
  static String pretty(String value, String indent) {
    try {
      var lines = new DefaultPrettyPrinter();
      lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
      lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
      return JSON.writer(lines)
          .writeValueAsString(JSON.readTree(value))
          .replace("\n", "\n" + indent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
