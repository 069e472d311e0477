package dev.kolrank.simulate;

import java.util.Map;

/** How MediaCrawler spells one platform; every row of a kind has the same fields in one order. */
interface MediaCrawlerRows {

  Map<String, Object> content(Visit visit, SeenPost post);

  Map<String, Object> comment(Visit visit, SeenPost post, Comment comment);

  Map<String, Object> creator(Visit visit);
}
