package dev.kolrank.connector;

import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.core.Field;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The canonical columns of each kind and how the text of each is read. */
public final class Canonical {

  /** How a source's text becomes a column's value. */
  public enum Reading {
    ID,
    COUNT,
    TIME,
    FLAG,
    LIST,
    SECONDS,
    HANDLE,
    TEXT
  }

  private static final Set<String> IDS =
      Set.of("account_id", "post_id", "comment_id", "parent_id", "author_id");

  private Canonical() {}

  static List<Field> fields(Kind kind) {
    return switch (kind) {
      case ACCOUNT -> AccountObservation.MAPPED;
      case POST -> PostObservation.MAPPED;
      case COMMENT -> CommentObservation.MAPPED;
    };
  }

  static Optional<Field> field(Kind kind, String name) {
    return fields(kind).stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** Columns without which there is no observation; the time of observation has a default. */
  public static List<Field> required(Kind kind) {
    return fields(kind).stream()
        .filter(f -> !f.nullable() && !f.name().equals("observed_at"))
        .toList();
  }

  /** How the text of a column is read. */
  public static Reading reading(Field field) {
    if (IDS.contains(field.name())) {
      return Reading.ID;
    }
    if (field.name().equals("handle")) {
      return Reading.HANDLE;
    }
    if (field.unit().equals("s")) {
      return Reading.SECONDS;
    }
    return switch (field.type().typeName()) {
      case "long" -> Reading.COUNT;
      case "timestamp" -> Reading.TIME;
      case "boolean" -> Reading.FLAG;
      case "array" -> Reading.LIST;
      default -> Reading.TEXT;
    };
  }
}
