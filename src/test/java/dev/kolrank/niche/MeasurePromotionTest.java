package dev.kolrank.niche;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.niche.Taxonomy.Seed;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Post;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurePromotionTest {
  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          List.of("beauty", "tech"),
          Map.of("lips", List.of(new Seed(0, 1)), "chips", List.of(new Seed(1, 1))),
          Map.of());

  /** Blanks part words. */
  private enum Blanks implements Tokenizer {
    BLANKS;

    @Override
    public List<String> of(String text) {
      return List.of(text.split(" "));
    }
  }

  @Test
  void whoSellsWhatItTalksAboutFits() {
    posts(
            """
            post_uid | account_uid | published_on | promotion | text
            x:1      | x:a         | 2026-06-20   | marker    | lips
            x:2      | x:a         | 2026-06-21   | null      | lips
            x:3      | x:b         | 2026-06-20   | hint      | chips
            x:4      | x:b         | 2026-06-21   | null      | lips
            x:5      | x:c         | 2026-06-20   | platform  | lips
            x:6      | x:c         | 2026-06-21   | null      | lips
            x:7      | x:c         | 2026-06-22   | null      | chips
            x:8      | x:e         | 2026-06-22   | null      | chips
            """)
        .then(
            """
            account_uid | promoted_posts | organic_posts | promotion_fit
            x:a         | 1              | 1             | 1
            x:b         | 1              | 1             | 0
            x:c         | 1              | 2             | 0.707107
            """);
  }

  @Test
  void withoutWordsOrOtherPostsNothingIsSaid() {
    posts(
            """
            post_uid | account_uid | published_on | promotion | text
            x:1      | x:a         | 2026-06-20   | marker    | lips
            x:2      | x:b         | 2026-06-20   | marker    | lips
            x:3      | x:b         | 2026-06-21   | null      | hm
            """)
        .then(
            """
            account_uid | promoted_posts | organic_posts | promotion_fit
            x:a         | 1              | 0             | null
            x:b         | 1              | 1             | null
            """);
  }

  @Test
  void theWindowIsNinetyDaysAndRepostsCountForNobody() {
    posts(
            """
            post_uid | account_uid | published_on | promotion | repost | text
            x:1      | x:a         | 2026-03-31   | marker    | null   | lips
            x:2      | x:a         | 2026-03-30   | null      | null   | lips
            x:3      | x:a         | 2026-06-29   | null      | null   | lips
            x:4      | x:a         | 2026-06-28   | marker    | true   | lips
            x:5      | x:a         | 2026-06-28   | null      | false  | chips
            """)
        .then("promoted_posts | organic_posts | promotion_fit\n1 | 1 | 0");
  }

  @Test
  void whatWasPostedUnderAnAliasIsItsAccounts() {
    posts(
            """
            post_uid | account_uid | published_on | promotion | text
            x:1      | x:@old      | 2026-06-20   | marker    | lips
            x:2      | x:a         | 2026-06-21   | null      | chips
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@old | x:a")
        .then(
            """
            account_uid | promoted_posts | organic_posts | promotion_fit
            x:a         | 1              | 1             | 0
            """);
  }

  private static StepCase posts(String rows) {
    return given(Post.TABLE, rows)
        .spreadOver(3)
        .when(new MeasurePromotion(TAXONOMY, Blanks.BLANKS));
  }
}
