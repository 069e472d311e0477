package dev.kolrank.connector.read;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A record's fields as Spark takes them.
 *
 * @param known what the rules read, in the shape of the connector
 * @param extra what they do not, as a JSON object; null when there is nothing
 * @param raw the record's own text; null where it is not at hand or may name private people
 */
record Fields(InternalRow known, UTF8String extra, UTF8String raw) {}
