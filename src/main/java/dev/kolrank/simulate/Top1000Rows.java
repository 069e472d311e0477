package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.TYPICAL_ENGAGEMENTS;
import static dev.kolrank.simulate.Column.TYPICAL_VIEWS;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The monthly tables of the largest accounts of three platforms. Every month has a header of its
 * own, in turn by drop; most counts stand twice, as {@code 3.4M} and with the zeros.
 */
final class Top1000Rows {
  private Top1000Rows() {}

  static SourceWriter instagram(Drop drop) {
    List<String> header =
        switch (drop.number() % 3) {
          case 0 ->
              List.of(
                  "S.no",
                  "Instagram name",
                  " Name",
                  "Category_1",
                  "Category_2",
                  "Subscribers",
                  "Subscribers",
                  "Audience country",
                  "Authentic engagement\n",
                  "Authentic engagement Values \n",
                  "Engagement average\n",
                  "Engagement average Values \n");
          case 1 ->
              List.of(
                  "s.no",
                  "Name",
                  "Instagram Name",
                  "Category-1",
                  "Category-2",
                  "Followers",
                  "Followers",
                  "\nCountry",
                  "Eng. (Auth.)",
                  "Eng. (Auth.)",
                  "Eng. (Avg.)",
                  "Eng. (Avg.)");
          default ->
              List.of(
                  "Rank",
                  "name",
                  "instagram name",
                  "Category_1",
                  "Category_2",
                  "followers",
                  "followers",
                  "country",
                  "Eng. (Auth.)",
                  "Eng. (Auth.)",
                  "Eng. (Avg.)",
                  "Eng. (Avg.)");
        };
    return profiles(drop, "INSTAGRAM", header, Top1000Rows::instagram);
  }

  private static Entry instagram(Visit visit) {
    Typical typical = Typical.of(visit);
    Entry row = new Entry();
    Observed seen = row.account(Site.INSTAGRAM);
    row.put("rank", 1);
    known(row, visit, seen);
    categories(row, visit, seen);
    twice(row, "followers", FOLLOWERS, visit.followers(), seen);
    row.put("country", "United States");
    long authentic = typical.likes();
    row.put("authentic", Counts.letters(authentic).text());
    row.put("authentic in full", Counts.letters(authentic).value());
    twice(row, "average", TYPICAL_ENGAGEMENTS, authentic + typical.comments(), seen);
    return row;
  }

  static SourceWriter tikTok(Drop drop) {
    if (drop.number() % 3 == 1) {
      List<String> header =
          List.of(
              "row-cell",
              "Tiktoker name",
              "Tiktok name",
              "\nFollowers",
              "Views (Avg.)",
              "Likes (Avg.)",
              "Comments (Avg.)",
              "Shares (Avg.)");
      return profiles(drop, "TIKTOK", header, visit -> tikTok(visit, false));
    }
    Stream<String> names =
        drop.number() % 3 == 0
            ? Stream.of("Subscribers", "Views avg.", "Likes avg.", "Comments avg.", "Shares avg.")
            : Stream.of("followers", "views(avg)", "likes(avg.)", "comments(avg.)", "shares(avg.)");
    List<String> header =
        Stream.concat(
                Stream.of("Rank", "Tiktoker name", "Tiktok name"),
                names.flatMap(name -> Stream.of(name, name)))
            .toList();
    return profiles(drop, "TIKTOK", header, visit -> tikTok(visit, true));
  }

  private static Entry tikTok(Visit visit, boolean inFull) {
    Typical typical = Typical.of(visit);
    Entry row = new Entry();
    Observed seen = row.account(Site.TIKTOK);
    row.put("rank", 1);
    known(row, visit, seen);
    count(row, "followers", seen.of(FOLLOWERS, Counts.letters(visit.followers())), inFull);
    count(row, "views", seen.of(TYPICAL_VIEWS, Counts.letters(typical.views())), inFull);
    Spelled<String> likes = Counts.letters(typical.likes());
    Spelled<String> comments = Counts.letters(typical.comments());
    Spelled<String> shares = Counts.letters(typical.shares());
    seen.sum(TYPICAL_ENGAGEMENTS, likes, comments, shares);
    count(row, "likes", likes, inFull);
    count(row, "comments", comments, inFull);
    count(row, "shares", shares, inFull);
    return row;
  }

  static SourceWriter youTube(Drop drop) {
    if (drop.number() % 3 == 0) {
      List<String> header =
          List.of(
              "S.no",
              "Name",
              "Youtuber",
              "Country",
              " Subscribers",
              " Subscribers",
              "Category_2",
              "Avg. likes",
              "Avg. likes",
              "Avg Comments",
              "Avg Comments",
              "Category_3");
      return profiles(drop, "YOUTUBE", header, Top1000Rows::september);
    }
    List<String> header =
        List.of(
            "s.no",
            "Youtube channel",
            "youtuber name",
            "Category",
            "Followers",
            "Followers",
            "Country",
            "\nViews (Avg.)",
            "\nViews (Avg.)",
            "Likes (Avg.)",
            "Likes (Avg.)",
            "Comments (Avg.)",
            "Comments (Avg.)",
            "Category-2");
    return profiles(drop, "YOUTUBE", header, Top1000Rows::december);
  }

  private static Entry september(Visit visit) {
    Entry row = new Entry();
    Observed seen = row.account(Site.YOUTUBE);
    row.put("rank", 1);
    row.put("name", seen.text(NAME, visit.account().name()));
    row.put("handle", handle(visit, seen));
    row.put("country", "United States");
    twice(row, "followers", FOLLOWERS, visit.followers(), seen);
    row.put("category", category(visit, seen));
    engagement(row, visit, seen);
    row.put("more", "");
    return row;
  }

  private static Entry december(Visit visit) {
    Entry row = new Entry();
    Observed seen = row.account(Site.YOUTUBE);
    row.put("rank", 1);
    known(row, visit, seen);
    row.put("category", category(visit, seen));
    twice(row, "followers", FOLLOWERS, visit.followers(), seen);
    row.put("country", "India");
    twice(row, "views", TYPICAL_VIEWS, Typical.of(visit).views(), seen);
    engagement(row, visit, seen);
    row.put("more", "");
    return row;
  }

  private static void engagement(Entry row, Visit visit, Observed seen) {
    Spelled<String> likes = Counts.letters(Typical.of(visit).likes());
    Spelled<String> comments = Counts.letters(Typical.of(visit).comments());
    seen.sum(TYPICAL_ENGAGEMENTS, likes, comments);
    count(row, "likes", likes, true);
    count(row, "comments", comments, true);
  }

  private static SourceWriter profiles(
      Drop drop, String platform, List<String> header, RecordsWriter.ProfileForm form) {
    String name = "social media influencers-" + platform + " - " + drop.day() + ".csv";
    return new RecordsWriter().profiles(drop.table(name, TableStyle.PLAIN.headed(header)), form);
  }

  private static void known(Entry row, Visit visit, Observed seen) {
    row.put("handle", handle(visit, seen));
    row.put("name", seen.text(NAME, visit.account().name()));
  }

  private static String handle(Visit visit, Observed seen) {
    String handle = visit.account().handle();
    seen.text(ACCOUNT_ID, "@" + handle.toLowerCase(Locale.ROOT));
    return seen.text(HANDLE, handle);
  }

  private static String category(Visit visit, Observed seen) {
    return seen.text(CATEGORY, visit.person().niche().label());
  }

  private static void categories(Entry row, Visit visit, Observed seen) {
    String first = visit.person().niche().label();
    boolean two = visit.fixed(22, 0, 2) == 0;
    String second = two ? visit.person().side().label() : "";
    seen.text(CATEGORY, two ? first + ", " + second : first);
    row.put("category", first);
    row.put("category 2", second);
  }

  private static void twice(Entry row, String field, Column column, long count, Observed seen) {
    count(row, field, seen.of(column, Counts.letters(count)), true);
  }

  private static void count(Entry row, String field, Spelled<String> count, boolean inFull) {
    row.put(field, count.text());
    if (inFull) {
      row.put(field + " in full", count.value());
    }
  }
}
