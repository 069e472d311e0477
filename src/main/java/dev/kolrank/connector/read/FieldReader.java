package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.variant.VariantCastArgs;
import org.apache.spark.sql.catalyst.expressions.variant.VariantGet$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantUtil;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;

/**
 * Reads a record into the shape that a connector's rules ask for. Straight from the text where the
 * record is a whole JSON value, which takes a fraction of the time; else from a value that was
 * taken out of a larger one. Both ways give the same.
 */
final class FieldReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** A value that does not fit its declared type is null, whatever its parts. */
  private static final VariantCastArgs LENIENT =
      VariantCastArgs.apply(false, Option.apply("UTC"), ZoneOffset.UTC);

  private static final UTF8String TRUE = UTF8String.fromString("true");
  private static final UTF8String FALSE = UTF8String.fromString("false");

  private final ShapeNode shape;
  private final FieldFilter hidden;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream(512);

  FieldReader(Layout layout) {
    this.shape = new ShapeNode(layout.shape());
    this.hidden = new FieldFilter(layout.hidden(), List.of());
  }

  /** The fields of the object that {@code parser} stands at the beginning of. */
  Fields read(JsonParser parser, UTF8String raw) throws IOException {
    var known = new GenericInternalRow(shape.size());
    JsonGenerator extra = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      int at = shape.at(name);
      if (hidden.hides(name)) {
        parser.skipChildren();
      } else if (at >= 0) {
        known.update(at, value(shape, at, parser));
      } else if (token != JsonToken.VALUE_NULL) {
        extra = extra == null ? opened() : extra;
        extra.writeFieldName(name);
        copy(parser, extra);
      }
    }
    return new Fields(known, extra == null ? null : closed(extra), raw);
  }

  private JsonGenerator opened() throws IOException {
    text.reset();
    JsonGenerator json = JSON.createGenerator(text);
    json.writeStartObject();
    return json;
  }

  private UTF8String closed(JsonGenerator json) throws IOException {
    json.writeEndObject();
    json.close();
    return UTF8String.fromBytes(text.toByteArray());
  }

  private static Object value(ShapeNode node, int at, JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    ShapeNode inner = node.inner(at);
    if (inner != null) {
      return token == JsonToken.START_OBJECT ? object(inner, parser) : skipped(parser);
    }
    DataType type = node.type(at);
    return type instanceof StringType
        ? text(parser)
        : cast(VariantBuilder.parseJson(parser, true), type);
  }

  private static Object skipped(JsonParser parser) throws IOException {
    parser.skipChildren();
    return null;
  }

  private static InternalRow object(ShapeNode node, JsonParser parser) throws IOException {
    var row = new GenericInternalRow(node.size());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int at = node.at(parser.currentName());
      parser.nextToken();
      if (at >= 0) {
        row.update(at, value(node, at, parser));
      } else {
        parser.skipChildren();
      }
    }
    return row;
  }

  /** Numbers as the source writes them; objects and arrays as JSON. */
  private static UTF8String text(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      case START_OBJECT, START_ARRAY -> {
        var out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
          copy(parser, json);
        }
        yield UTF8String.fromBytes(out.toByteArray());
      }
      default -> UTF8String.fromString(parser.getText());
    };
  }

  /** Copies the value that {@code parser} stands at, each number with the digits it has. */
  private static void copy(JsonParser parser, JsonGenerator json) throws IOException {
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      json.copyCurrentEventExact(parser);
    } while (depth > 0 && parser.nextToken() != null);
  }

  private static Object cast(Variant value, DataType type) {
    return VariantGet$.MODULE$.cast(value, type, LENIENT);
  }

  /** The fields of a value that was read before. */
  Fields read(Variant record) {
    VariantBuilder extra = null;
    var fields = new ArrayList<VariantBuilder.FieldEntry>();
    var known = new GenericInternalRow(shape.size());
    for (int i = 0; i < record.objectSize(); i++) {
      var field = record.getFieldAtIndex(i);
      int at = shape.at(field.key);
      if (field.value.getType() == VariantUtil.Type.NULL || hidden.hides(field.key)) {
        continue;
      }
      if (at >= 0) {
        known.update(at, value(shape, at, field.value));
      } else {
        extra = extra == null ? new VariantBuilder(true) : extra;
        int start = extra.getWritePos();
        fields.add(new VariantBuilder.FieldEntry(field.key, extra.addKey(field.key), start));
        extra.appendVariant(field.value);
      }
    }
    if (extra == null) {
      return new Fields(known, null, null);
    }
    extra.finishWritingObject(0, fields);
    return new Fields(known, json(extra.result()), null);
  }

  private static Object value(ShapeNode node, int at, Variant value) {
    ShapeNode inner = node.inner(at);
    if (value.getType() == VariantUtil.Type.NULL) {
      return null;
    }
    if (inner != null) {
      return value.getType() == VariantUtil.Type.OBJECT ? object(inner, value) : null;
    }
    DataType type = node.type(at);
    return type instanceof StringType ? text(value) : cast(value, type);
  }

  private static InternalRow object(ShapeNode node, Variant value) {
    var row = new GenericInternalRow(node.size());
    for (int i = 0; i < value.objectSize(); i++) {
      var field = value.getFieldAtIndex(i);
      int at = node.at(field.key);
      if (at >= 0) {
        row.update(at, value(node, at, field.value));
      }
    }
    return row;
  }

  private static UTF8String text(Variant value) {
    return switch (value.getType()) {
      case STRING -> UTF8String.fromString(value.getString());
      case BOOLEAN -> value.getBoolean() ? TRUE : FALSE;
      case LONG -> UTF8String.fromString(Long.toString(value.getLong()));
      case OBJECT, ARRAY -> json(value);
      default -> (UTF8String) cast(value, org.apache.spark.sql.types.DataTypes.StringType);
    };
  }

  private static UTF8String json(Variant value) {
    return UTF8String.fromString(value.toJson(ZoneOffset.UTC));
  }
}
