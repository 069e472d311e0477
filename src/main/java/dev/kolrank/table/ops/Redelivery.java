package dev.kolrank.table.ops;

import static dev.kolrank.table.Columns.SOURCE_FILE;

import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.IngestedFile;
import java.util.List;

/**
 * Files that came again with another modification time and the same bytes, so that each is hashed
 * once and not every night.
 */
public final class Redelivery {
  public static final Table TABLE =
      Table.upserted(
          "ops.redelivery",
          "one row per file that came again unchanged",
          List.of(
              SOURCE_FILE, IngestedFile.SIZE_BYTES, IngestedFile.MODIFIED_AT, IngestedFile.SHA256),
          SOURCE_FILE);

  private Redelivery() {}
}
