package dev.kolrank.identity;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.PostCitation;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the profiles that posts name, of every post that changed since the last night. */
public record FindCitations() implements Step {

  @Override
  public Table output() {
    return PostCitation.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return ChangedPosts.INPUTS;
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(PostCitation.PROFILES.col().isNull());
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return ChangedPosts.of(in, PostCitation.TABLE, Citations::ofPosts);
  }
}
