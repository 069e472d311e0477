package dev.kolrank.identity;

import static dev.kolrank.table.Columns.POST_UID;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Post;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a table says of single posts, read again only for those that changed. */
final class ChangedPosts {

  private ChangedPosts() {}

  /** What a step needs for it. */
  static final Set<Table> INPUTS = Set.of(PostObservation.TABLE, Replacement.TABLE, Post.TABLE);

  /**
   * Tonight's rows of the table, which has one per post: of all posts at first, then of those that
   * changed, without any value but the key where nothing is to be said any more.
   *
   * @param said the rows of some posts
   */
  static Dataset<Row> of(Inputs in, Table table, UnaryOperator<Dataset<Row>> said) {
    if (in.previous(table).isEmpty()) {
      return said.apply(in.get(Post.TABLE));
    }
    String[] post = {POST_UID.name()};
    Dataset<Row> touched =
        Tonight.held(Replacement.touched(in, POST_UID, PostObservation.TABLE, Replacement.POST));
    Dataset<Row> posts =
        Replacement.changed(in, Post.TABLE, PostObservation.TABLE, Replacement.POST)
            .join(touched, post, "left_semi");
    Column[] columns = table.fields().stream().map(Field::col).toArray(Column[]::new);
    return touched.join(said.apply(posts), post, "left").select(columns);
  }
}
