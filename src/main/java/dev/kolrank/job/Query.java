package dev.kolrank.job;

import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.table.Tables;
import dev.kolrank.table.ops.Publication;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedExecuteImmediate;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.InsertIntoDir;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Answers SQL over the last published night: every table at the version that was published with it,
 * so that a query sees one consistent night while the next one is being written.
 */
public final class Query {
  private final SparkSession spark;
  private final DeltaLake lake;
  private final Map<String, Long> versions;
  private final Set<String> known = new HashSet<>();

  /**
   * Opens a lake.
   *
   * @throws UserError when nothing was published in it
   */
  public Query(SparkSession spark, String root) {
    this.spark = spark;
    this.lake = DeltaLake.at(spark, root);
    this.versions = published();
  }

  private Map<String, Long> published() {
    if (lake.version(Publication.TABLE).isEmpty()) {
      throw new UserError(
          "no night was published in %s: run jobs/nightly, or name the folder by --lake"
              .formatted(lake.root()));
    }
    Row newest =
        lake.read(Publication.TABLE)
            .agg(
                max_by(
                    Publication.VERSIONS.col(),
                    struct(Publication.AS_OF.col(), Publication.PUBLISHED_AT.col())))
            .first();
    return newest.getJavaMap(0);
  }

  /**
   * The rows that {@code sql} asks for.
   *
   * @throws UserError when it is no query, or asks for what is not there
   */
  public Dataset<Row> rows(String sql) {
    try {
      LogicalPlan plan = spark.sessionState().sqlParser().parsePlan(sql);
      boolean describes =
          plan instanceof Command && sql.strip().toLowerCase(Locale.ROOT).startsWith("describe");
      if (!describes && acts(plan)) {
        throw new UserError("only queries are answered: the tables are written by jobs alone");
      }
      relations(plan).forEach(this::open);
      return spark.sql(sql);
    } catch (AnalysisException e) { // parse errors are of this kind too
      throw new UserError("SQL: " + e.getMessage().strip().lines().findFirst().orElse(""), e);
    }
  }

  /** The tables of the published night. */
  public List<Table> tables() {
    return Tables.STORED.stream().filter(t -> lake.version(t).isPresent()).toList();
  }

  /** Whether anything in the statement does more than read; a "with" may stand before it. */
  private static boolean acts(LogicalPlan plan) {
    return plan instanceof Command
        || plan instanceof ParsedStatement
        || plan instanceof InsertIntoDir
        || plan instanceof UnresolvedExecuteImmediate
        || parts(plan).stream().anyMatch(Query::acts);
  }

  /** The plans that a plan is made of, those of its "with" among them. */
  private static List<LogicalPlan> parts(LogicalPlan plan) {
    var parts = new ArrayList<>(CollectionConverters.asJava(plan.children()));
    for (var inner : CollectionConverters.asJava(plan.innerChildren())) {
      if (inner instanceof LogicalPlan other) {
        parts.add(other);
      }
    }
    return parts;
  }

  private static Set<String> relations(LogicalPlan plan) {
    var names = new HashSet<String>();
    collect(plan, names);
    return names;
  }

  private static void collect(LogicalPlan plan, Set<String> names) {
    if (plan instanceof UnresolvedRelation relation) {
      names.add(String.join(".", CollectionConverters.asJava(relation.multipartIdentifier())));
    } else if (plan instanceof UnresolvedTableOrView described) {
      names.add(String.join(".", CollectionConverters.asJava(described.multipartIdentifier())));
    }
    parts(plan).forEach(part -> collect(part, names));
    for (var expression : CollectionConverters.asJava(plan.expressions())) {
      subqueries(expression, names);
    }
  }

  private static void subqueries(Expression expression, Set<String> names) {
    if (expression instanceof SubqueryExpression subquery) {
      collect(subquery.plan(), names);
    }
    for (var child : CollectionConverters.asJava(expression.children())) {
      subqueries(child, names);
    }
  }

  /** Makes a table of the lake known under its name, at the published version. */
  private void open(String name) {
    Table table = Tables.named(name).orElse(null);
    if (table == null || !known.add(name)) {
      return;
    }
    Long version = versions.get(name);
    if (version == null && lake.version(table).isEmpty()) {
      return;
    }
    String at = version == null ? "" : " VERSION AS OF " + version;
    spark.sql("CREATE DATABASE IF NOT EXISTS " + table.layer());
    spark.sql(
        "CREATE VIEW IF NOT EXISTS %s AS SELECT * FROM delta.`%s`%s"
            .formatted(name, lake.path(table).replace("`", "``"), at));
  }
}
