package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Monthly tables whose header is another one every month; every row is invented. */
class Top1000MappingsTest {
  @TempDir Path folder;

  @Test
  void instagram() {
    Dataset<Row> rows =
        new CrawlCase(folder, "top1000-instagram")
            .file(
                "1-sep.csv",
                "S.no,Instagram name, Name,Subscribers,Subscribers,Audience country,"
                    + "\"Engagement average\n\",\"Engagement average Values \n\","
                    + "Category_1,Category_2\n"
                    + "1.00,Demo.Chef,Demo,477.9M,477900000.00,India,6.2M,6200000.00,Food,\n")
            .file(
                "2-nov.csv",
                "s.no,Name,Instagram Name,Category-1,Followers,Followers,\"\nCountry\","
                    + "Eng. (Auth.),Eng. (Auth.),Eng. (Avg.),Eng. (Avg.),Category-2\n"
                    + "1,Demo.Chef,Demo,Food,483.1M,483100000,India,1,1,5.6M,5600000,Travel\n")
            .file(
                "3-dec.csv",
                "Rank,name,instagram name,Category_1,Category_2,followers,followers,country,"
                    + "Eng. (Auth.),Eng. (Auth.),Eng. (Avg.),Eng. (Avg.)\n"
                    + "1,Demo.Chef,,Food,Travel,,409800000,India,1,1,#VALOR!,23400000\n"
                    + "2,only,three\n")
            .read();
    assertEquals(
        List.of(
            "@demo.chef | Demo.Chef | Demo | Food | - | 477900000 | 6200000 | []",
            "@demo.chef | Demo.Chef | Demo | Food, Travel | - | 483100000 | 5600000 | []",
            "@demo.chef | Demo.Chef | - | Food, Travel | - | 409800000 | 23400000 | []"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "category",
            "region",
            "followers",
            "typical_engagements",
            "to_json(unreadable)"));
    assertEquals(
        3,
        rows.where("array_contains(account.rounded, 'followers')").count(),
        "the column with every digit repeats the short form");
    assertEquals(List.of("record | 3"), show(rows, "reject", "part", "source_line"));
  }

  @Test
  void tiktok() {
    Dataset<Row> rows =
        new CrawlCase(folder, "top1000-tiktok")
            .file(
                "1-sep.csv",
                "S.no,Tiktoker name,Tiktok name,Subscribers,Subscribers,Views avg.,Views avg.,"
                    + "Likes avg.,Likes avg.,Comments avg.,Comments avg.,Shares avg.,Shares avg.\n"
                    + "1,demo,Demo,13.8M,13800000,6.4M,6400000,2.3M,2300000,50.2K,50200,34,34\n")
            .file(
                "2-nov.csv",
                "row-cell,Tiktoker name,Tiktok name,\"\nFollowers\",Views (Avg.),Likes (Avg.),"
                    + "Comments (Avg.),Shares (Avg.)\n,,,,,,,\n1,demo,Demo,145.6K,0,0,0,0\n")
            .file(
                "3-dec.csv",
                "Rank,Tiktoker name,Tiktok name,followers,views(avg),views(avg),likes(avg.),"
                    + "likes(avg.),comments(avg.),comments(avg.),shares(avg.),shares(avg.)\n"
                    + "1,demo,Demo,4.4M,29.2M,29200000,100,100,20,20,3,3\n"
                    + "2,,Nobody,1M,1M,1,1,1,1,1,1,1\n")
            .read();
    assertEquals(
        List.of(
            "@demo | 13800000 | 6400000 | 2350234 | typical_engagements",
            "@demo | 145600 | - | - | followers",
            "@demo | 4400000 | 29200000 | 123 | typical_views"),
        show(
            rows,
            "account",
            "account_id",
            "followers",
            "typical_views",
            "typical_engagements",
            "element_at(rounded, -1)"));
    assertEquals(
        List.of("account | account_id is missing or damaged | 3"),
        show(rows, "reject", "part", "reason", "source_line"));
  }

  @Test
  void youtube() {
    Dataset<Row> rows =
        new CrawlCase(folder, "top1000-youtube")
            .file(
                "1-sep.csv",
                "S.no,Name,Youtuber,Country, Subscribers, Subscribers,Category_2,Avg. likes,"
                    + "Avg. likes,Avg Comments,Avg Comments,Category_3\n"
                    + "1,Demo Chef,DemoChef,India,224.4M,224400000,Food,4.6K,4600,125,125,\n"
                    + "2,✿ Kids Show,✿ Kids Show,,100.5M,100500000,,0,0,0,0,Toys\n"
                    + "3,Why,Why,,1M,1000000,,0,0,6.5K,6500,\n")
            .file(
                "2-nov.csv",
                "s.no,Youtube channel,youtuber name,Category,Followers,Followers,Country,"
                    + "\"\nViews (Avg.)\",\"\nViews (Avg.)\",Likes (Avg.),Likes (Avg.),"
                    + "Comments (Avg.),Comments (Avg.),Category-2\n"
                    + "1,DemoChef,Demo Chef,Food,229.5M,229500000,India,103.8K,103800,2.8K,2800,"
                    + "158,158,0\n"
                    + "2,UCaaaaaaaaaaaaaaaaaaaaaa,Plain,,1M,1000000,,0,0,0,0,0,0,\n"
                    + "3,short\n")
            .read();
    assertEquals(
        List.of(
            "@demochef | DemoChef | Demo Chef | Food | - | 224400000 | - | 4725",
            "~✿ Kids Show | - | ✿ Kids Show | Toys | - | 100500000 | - | -",
            "@why | Why | Why | - | - | 1000000 | - | 6500",
            "@demochef | DemoChef | Demo Chef | Food | - | 229500000 | 103800 | 2958",
            "UCaaaaaaaaaaaaaaaaaaaaaa | - | Plain | - | - | 1000000 | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "category",
            "region",
            "followers",
            "typical_views",
            "typical_engagements"));
    assertEquals(
        List.of("@why"), show(rows.where("size(account.censored) > 0"), "account", "account_id"));
    assertEquals(List.of("record | 6"), show(rows, "reject", "part", "source_line"));
  }

  @Test
  void otherMonthsUnderOtherHeadersInAnyOrder() {
    List<String> instagram =
        List.of(
            "Influencer insta name,instagram name,category_1,category_2,Followers,"
                + "Audience country(mostly),\"Authentic engagement\n\",\"Engagement avg\n\"\n"
                + "demo.chef,demo,Food,,483.1M,India,1M,5.6M\n",
            """
            Eng. (Avg.),Followers,Followers,Instagram Name,Name
            5600000,483100000,483.1M,Demo Chef,demo.chef
            """,
            "Subscribers count,name,instagram name,Category\n483.1M,Demo Chef,demo.chef,Food\n",
            "Rank,Username,Title,Link,Followers\n1,demo.chef,Demo Chef,,483.1M\n",
            "Rank,Name,Followers\n1,Demo Chef,483.1M\n2,Democh,2M\n3,demo_chef,1M\n");
    assertEquals(
        List.of(
            "@demo.chef | demo.chef | demo | Food | 483100000 | 5600000",
            "@demo.chef | demo.chef | Demo Chef | - | 483100000 | 5600000",
            "@demo.chef | demo.chef | Demo Chef | Food | 483100000 | -",
            "@demo.chef | demo.chef | Demo Chef | - | 483100000 | -",
            "~Demo Chef | - | Demo Chef | - | 483100000 | -",
            "~Democh | - | Democh | - | 2000000 | -",
            "@demo_chef | demo_chef | - | - | 1000000 | -"),
        read(
            "top1000-instagram",
            instagram,
            "account_id",
            "handle",
            "name",
            "category",
            "followers",
            "typical_engagements"));
    List<String> tiktok =
        List.of(
            "S.no,Tiktoker name,Tiktok name,Subscribers count,Views avg.,Likes avg,Comments avg.,"
                + "Shares avg\n1,demo,Demo,4.4M,29.2M,100,20,3\n",
            "Avg. likes,Avg. views,Followers,Account,Title\n100,29.2M,4.4M,demo,Demo\n");
    assertEquals(
        List.of(
            "@demo | Demo | 4400000 | 29200000 | 123", "@demo | Demo | 4400000 | 29200000 | 100"),
        read(
            "top1000-tiktok",
            tiktok,
            "account_id",
            "name",
            "followers",
            "typical_views",
            "typical_engagements"));
    List<String> youtube =
        List.of(
            "s.no,channel name,youtuber name,Category,Subscribers,Audience Country,avg views,"
                + "avg likes,avg comments\n1,DemoChef,Demo Chef,Food,1M,India,5K,100,7\n",
            """
            Rank,Username,Categories,Suscribers,Country,Visits,Likes,Comments,Links
            1,DemoChef,Food,1M,India,5K,100,7,http://youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa
            """);
    assertEquals(
        List.of(
            "@demochef | DemoChef | Demo Chef | Food | 1000000 | 5000 | 107",
            "UCaaaaaaaaaaaaaaaaaaaaaa | DemoChef | DemoChef | Food | 1000000 | 5000 | 107"),
        read(
            "top1000-youtube",
            youtube,
            "account_id",
            "handle",
            "name",
            "category",
            "followers",
            "typical_views",
            "typical_engagements"));
  }

  private List<String> read(String source, List<String> tables, String... columns) {
    var crawl = new CrawlCase(folder, source);
    for (int i = 0; i < tables.size(); i++) {
      crawl.file(i + ".csv", tables.get(i));
    }
    return show(crawl.read(), "account", columns);
  }
}
