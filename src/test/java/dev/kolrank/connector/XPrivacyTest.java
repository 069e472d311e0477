package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People on X who only answer, or are mentioned or repeated, leave nothing but keyed hashes. All of
 * them are planted here with "Ghost" in every field that could tell who they are.
 */
class XPrivacyTest {
  private static final String GHOST_USERS =
      """
      {"id":"901","name":"Ghost One","username":"ghostone","description":"ghost bio"},\
      {"id":"902","name":"Ghost Two","username":"ghosttwo","location":"Ghosttown"},\
      {"id":"903","name":"Ghost Three","username":"ghostthree","url":"https://ghost.example"}""";

  private static final String KOL_USER =
      """
      {"id":"55","name":"Demo","username":"demochef","description":"chef","public_metrics":{"followers_count":9}}""";

  @TempDir Path folder;

  @Test
  void aPageOfATimelineTakesItsAuthorAlone() {
    Dataset<Row> rows =
        pages(
            """
            {"data":[{"id":"10","text":"New dish with my friend","author_id":"55","conversation_id":"10","entities":{"mentions":[{"username":"ghostone","id":"901"}]}},{"id":"11","text":"RT of somebody","author_id":"55","conversation_id":"11","referenced_tweets":[{"type":"retweeted","id":"5"}]},{"id":"12","text":"Look","author_id":"55","conversation_id":"12","referenced_tweets":[{"type":"quoted","id":"6"}]}],"includes":{"users":[%s,%s],"tweets":[{"id":"5","text":"words of ghost","author_id":"902"},{"id":"6","text":"more of ghost","author_id":"903"}]}}
            """
                .formatted(KOL_USER, GHOST_USERS));
    assertEquals(
        List.of("10 | 55", "11 | 55", "12 | 55"), show(rows, "post", "post_id", "account_id"));
    assertEquals(
        List.of("55 | demochef | 9", "55 | demochef | 9", "55 | demochef | 9"),
        show(rows, "account", "account_id", "handle", "followers"));
    leavesNoGhost(rows);
  }

  @Test
  void aPageOfAConversationTakesNobodyWhoAnswers() {
    Dataset<Row> rows =
        pages(
            """
            {"data":[{"id":"20","text":"@demochef nice","author_id":"901","conversation_id":"10","in_reply_to_user_id":"55","referenced_tweets":[{"type":"replied_to","id":"10"}]},{"id":"21","text":"@demochef I go on","author_id":"901","conversation_id":"10","in_reply_to_user_id":"901","referenced_tweets":[{"type":"replied_to","id":"20"}]},{"id":"22","text":"thanks","author_id":"902","conversation_id":"10","referenced_tweets":[{"type":"replied_to","id":"21"}]},{"id":"23","text":"@ghostone you are welcome","author_id":"55","conversation_id":"10","in_reply_to_user_id":"901","referenced_tweets":[{"type":"replied_to","id":"20"}]}],"includes":{"users":[%s,%s]}}
            """
                .formatted(KOL_USER, GHOST_USERS));
    assertEquals(List.of(), show(rows, "account", "account_id"));
    assertEquals(List.of(), show(rows, "post", "post_id"));
    assertEquals(
        List.of("20 | 10 | - | 64", "21 | 10 | 20 | 64", "22 | 10 | 21 | 64", "23 | 10 | 20 | 64"),
        show(rows, "comment", "comment_id", "post_id", "parent_id", "length(author_hash)"));
    leavesNoGhost(rows);
  }

  @Test
  void theBeginningOfAConversationTellsWhoseThreadGoesOn() {
    Dataset<Row> rows =
        pages(
            """
            {"data":[{"id":"10","text":"One","author_id":"55","conversation_id":"10"},{"id":"11","text":"Two","author_id":"55","conversation_id":"10","in_reply_to_user_id":"55"},{"id":"12","text":"@ghostone is with me in three","author_id":"55","conversation_id":"10","in_reply_to_user_id":"55"},{"id":"13","text":"and I","author_id":"903","conversation_id":"10","in_reply_to_user_id":"903"},{"id":"14","text":"goes on elsewhere","author_id":"55","conversation_id":"9","in_reply_to_user_id":"55"},{"id":"15","text":"below a stranger","author_id":"55","conversation_id":"8","in_reply_to_user_id":"55"}],"includes":{"users":[%s,%s],"tweets":[{"id":"8","text":"ghostly","author_id":"902"}]}}
            """
                .formatted(KOL_USER, GHOST_USERS));
    assertEquals(List.of("10", "11", "12", "14"), show(rows, "post", "post_id"));
    assertEquals(List.of("13", "15"), show(rows, "comment", "comment_id"));
    assertEquals(List.of("55"), show(rows.dropDuplicates("account"), "account", "account_id"));
    assertEquals(0, named(rows.where("kind <> 'post'")));
  }

  @Test
  void withoutTheFieldsThatTellAnAnswerIsRefusedWithoutItsText() {
    Dataset<Row> rows =
        pages(
            """
            {"data":[{"id":"30","text":"@demochef a ghost speaks","author_id":"901"},{"id":"31","text":"a dish","author_id":"55"},{"text":"ghost without an id","author_id":"901","in_reply_to_user_id":"55"},{"text":"no id","author_id":"55"}],"includes":{"users":[%s,%s]}}
            {"data":[{"id":"32","text":"cut off by ghost
            {"includes":{"users":[%s]}}
            {"data":"ghost"}
            """
                .formatted(KOL_USER, GHOST_USERS, GHOST_USERS));
    assertEquals(List.of("31"), show(rows, "post", "post_id"));
    assertEquals(
        List.of(
            "comment | post_id is missing or damaged | -",
            "comment | comment_id is missing or damaged; post_id is missing or damaged | -",
            "post | post_id is missing or damaged | -"),
        show(rows, "reject", "part", "reason", "raw").subList(0, 3));
    assertEquals(6, rows.where("kind = 'reject'").count());
    leavesNoGhost(rows);
  }

  @Test
  void twscrapeLinesOfAnswersAndOfRepeatedPosts() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twscrape")
            .file(
                "search.jsonl",
                """
                {"id":40,"user":{"id":901,"username":"ghostone","displayname":"Ghost One","rawDescription":"ghost"},"rawContent":"@demochef no","inReplyToTweetId":10,"inReplyToUser":{"id":55,"username":"demochef"},"conversationId":10,"mentionedUsers":[{"username":"ghosttwo"}]}
                {"id":41,"user":{"id":901,"username":"ghostone","displayname":"Ghost One"},"rawContent":"@demochef and no","inReplyToTweetId":40,"inReplyToUser":{"id":901,"username":"ghostone"},"conversationId":10}
                {"id":42,"user":{"id":55,"username":"demochef"},"rawContent":"RT of words","retweetedTweet":{"id":5,"user":{"id":902,"username":"ghosttwo"}},"quotedTweet":{"user":{"username":"ghostthree"}},"mentionedUsers":[{"username":"ghosttwo"}]}
                {"user":{"id":901,"username":"ghostone"},"rawContent":"@demochef","inReplyToTweetId":10,"inReplyToUser":{"id":55}}
                """)
            .file(
                "followers.jsonl",
                "{\"id\":904,\"username\":\"ghostfour\",\"_type\":\"snscrape.modules.twitter.User\"}")
            .read();
    assertEquals(List.of("42 | 55 | true"), show(rows, "post", "post_id", "account_id", "repost"));
    assertEquals(List.of("55"), show(rows, "account", "account_id"));
    assertEquals(List.of("40 | -", "41 | 40"), show(rows, "comment", "comment_id", "parent_id"));
    assertEquals(List.of("record | -", "comment | -"), show(rows, "reject", "part", "raw"));
    leavesNoGhost(rows);
  }

  @Test
  void aPageOfFollowersOrLikersNamesPrivatePeople() {
    Dataset<Row> rows =
        new CrawlCase(folder, "x-api")
            .file("followers.jsonl", "{\"data\":[%s]}".formatted(GHOST_USERS))
            .file("10/liking_users.json", "{\"data\":[%s]}".formatted(GHOST_USERS))
            .file("users.json", "{\"data\":[%s]}".formatted(KOL_USER))
            .read();
    assertEquals(List.of("55"), show(rows, "account", "account_id"));
    assertEquals(6, rows.where("kind = 'reject'").count());
    leavesNoGhost(rows);
  }

  private Dataset<Row> pages(String lines) {
    return new CrawlCase(folder, "x-api").file("pages.jsonl", lines).read();
  }

  /** Neither their names nor their ids, in no column of any row. */
  private static void leavesNoGhost(Dataset<Row> rows) {
    assertEquals(0, named(rows));
    assertEquals(0, rows.toJSON().filter("value rlike '[^0-9a-f]90[1-4][^0-9a-f]'").count());
  }

  private static long named(Dataset<Row> rows) {
    return rows.toJSON().filter("lower(value) like '%ghost%'").count();
  }
}
