package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Words for why no rule takes a record. */
final class Untaken {
  private static final JsonFactory JSON = new JsonFactory();

  private Untaken() {}

  /** Why none takes a JSON record with these fields; null where a rule reads one of them. */
  static String of(Fields fields) {
    InternalRow known = fields.known();
    for (int i = 0; i < known.numFields(); i++) {
      if (!known.isNullAt(i)) {
        return null;
      }
    }
    return known.numFields() == 0 ? null : ofUnread(fields.extra());
  }

  private static String ofUnread(UTF8String extra) {
    List<String> names = new ArrayList<>();
    boolean holdsRecords = false;
    if (extra != null) {
      try (JsonParser parser = JSON.createParser(extra.getBytes())) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          names.add(parser.currentName());
          boolean list = parser.nextToken() == JsonToken.START_ARRAY;
          JsonToken first = list ? parser.nextToken() : parser.currentToken();
          holdsRecords |= first == JsonToken.START_OBJECT;
          passed(parser, list);
        }
      } catch (IOException e) {
        return "none of the fields that the rules read is there";
      }
    }
    if (names.isEmpty()) {
      return "the record has no field that may be read";
    }
    return holdsRecords
        ? "the document is an envelope {%s} that the connector does not declare"
            .formatted(Shown.names(names))
        : "none of the fields that the rules read is there: found " + Shown.names(names);
  }

  /** Goes to the end of the value whose first token was read. */
  private static void passed(JsonParser parser, boolean list) throws IOException {
    while (list && parser.currentToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      parser.nextToken();
    }
    parser.skipChildren();
  }

  /** Why none takes the rows below this header. */
  static String ofHeader(Collection<String> columns) {
    return columns.size() == 1
        ? "the header has one field, which no rule reads; is the separator another one?"
        : "the header has none of the columns that the rules read: found " + Shown.names(columns);
  }
}
