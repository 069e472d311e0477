package dev.kolrank.table.landing;

import static dev.kolrank.table.Columns.SOURCE;

import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.bronze.SourceCheck;

/** Tonight's part of {@link SourceCheck}, known before anything is taken in. */
public final class SourceVerdict {
  public static final Table TABLE =
      Table.of(
          "landing.source_verdict",
          "one row per source folder, rule and column of tonight's batch",
          WriteMode.TRANSIENT,
          SourceCheck.FIELDS,
          SOURCE,
          SourceProfile.RULE,
          SourceProfile.COLUMN_NAME);

  private SourceVerdict() {}
}
