package dev.kolrank.simulate;

/** How MediaCrawler spells one platform; every row of a kind has the same fields in one order. */
interface MediaCrawlerRows {

  Entry content(Visit visit, SeenPost post);

  Entry comment(Visit visit, SeenPost post, Comment comment);

  Entry creator(Visit visit);
}
