package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.identity.PostCitation;
import dev.kolrank.table.silver.Post;
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
    return Set.of(PostObservation.TABLE, Replacement.TABLE, Post.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(PostCitation.PROFILES.col().isNull());
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    if (in.previous(PostCitation.TABLE).isEmpty()) {
      return Citations.ofPosts(in.get(Post.TABLE));
    }
    String[] post = {POST_UID.name()};
    Dataset<Row> touched =
        Tonight.held(Replacement.touched(in, POST_UID, PostObservation.TABLE, Replacement.POST));
    Dataset<Row> posts =
        Replacement.changed(in, Post.TABLE, PostObservation.TABLE, Replacement.POST)
            .join(touched, post, "left_semi");
    return touched
        .join(Citations.ofPosts(posts), post, "left")
        .select(POST_UID.col(), ACCOUNT_UID.col(), PostCitation.PROFILES.col());
  }
}
