package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import java.util.List;

/** Where an account stands in the graph of who turns to whom; each account has one row. */
final class GraphFeatures {
  private static final List<Integer> WINDOW = List.of(90);

  static final Feature PAGERANK =
      new Feature(
              "pagerank",
              DoubleType,
              "average accounts",
              WINDOW,
              "PageRank among tracked accounts that mention, repost or name each other as partners,"
                  + " edges weighted by days: 1 is the average account of the graph",
              "it neither turned to an account of another person nor was turned to",
              Source.GRAPH,
              Combine.SUM,
              1,
              in -> max(AccountGraph.RANK.col()))
          .after("Brin and Page 1998");

  static final Feature PAGERANK_IN_NICHE =
      new Feature(
              "pagerank_niche",
              DoubleType,
              "average accounts",
              WINDOW,
              "The same, personalised to the first niche of its KOL: chance visits the niche's"
                  + " accounts only, and 1 is an equal part among them",
              "it is not in the graph, or its KOL has no niche",
              Source.GRAPH,
              Combine.SUM,
              1,
              in -> max(AccountGraph.NICHE_RANK.col()))
          .after("Haveliwala 2002");

  static final Feature SECOND_DEGREE =
      new Feature(
              "second_degree_reach",
              LongType,
              "accounts",
              WINDOW,
              "Different tracked accounts of other people that turn to it, directly or through one"
                  + " between; exact up to 512, then within 4.4 %",
              "no tracked account of another person turns to it",
              Source.GRAPH,
              Combine.SUM,
              1,
              in -> max(AccountGraph.REACH.col()))
          .after("theta sketches, Dasgupta et al. 2016");

  static final List<Feature> ALL = List.of(PAGERANK, PAGERANK_IN_NICHE, SECOND_DEGREE);

  private GraphFeatures() {}
}
