package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Account;
import org.junit.jupiter.api.Test;

class LabelAccountsTest {
  private static final LabelAccounts STEP = new LabelAccounts();

  @Test
  void wordsAreToldHoweverTheyAreWritten() {
    given(
            Account.TABLE,
            """
            account_uid | handle     | name            | bio
            x:1         | ada_fans   | null            | null
            x:2         | null       | Ada ＦＡＮＰＡＧＥ | null
            x:3         | null       | Ada 𝐅𝐚𝐧𝐬        | null
            x:4         | null       | Ada             | 𝗻𝗼𝘁 𝗮𝗳𝗳𝗶𝗹𝗶𝗮𝘁𝗲𝗱 with her
            x:5         | fantastic  | Stefan          | I love my fans
            weibo:6     | null       | 小明粉絲團       | null
            weibo:7     | null       | ｱﾀﾞ ふぁんくらぶ  | null
            x:8         | ada_mgmt   | null            | null
            x:9         | null       | Ada ２ｎｄ        | null
            """)
        .when(STEP)
        .then(
            """
            account_uid | about
            x:1         | fan
            x:2         | fan
            x:3         | fan
            x:4         | fan
            x:5         | null
            weibo:6     | fan
            weibo:7     | fan
            x:8         | firm
            x:9         | sub
            """);
  }

  @Test
  void soTheyAreInCyrillicAndArabic() {
    given(
            Account.TABLE,
            """
            account_uid | name               | bio
            x:1         | Фан-клуб Юлии      | null
            x:2         | Юлия               | Неофициальный аккаунт
            x:3         | Фантастика         | Фанера и гвозди
            x:4         | معجبين أدا         | null
            x:5         | أدا                | صفحة مُعجبين
            x:6         | أدا                | أنا من محبي القهوة
            x:7         | Агентство «Звезда» | null
            x:8         | أدا - حساب ثاني    | null
            """)
        .when(STEP)
        .then(
            """
            account_uid | about
            x:1         | fan
            x:2         | fan
            x:3         | null
            x:4         | fan
            x:5         | fan
            x:6         | null
            x:7         | firm
            x:8         | sub
            """);
  }

  @Test
  void aWordInOneWithANameIsToldWhereTheNameIsAnothers() {
    given(
            Account.TABLE,
            """
            account_uid | handle      | name
            x:1         | ada         | null
            tiktok:2    | adafanpage  | null
            tiktok:3    | AdaFans     | null
            youtube:4   | ada.clips   | null
            youtube:5   | adaupdates  | Ada
            youtube:6   | bertafans   | Berta
            youtube:7   | fanpage     | null
            youtube:8   | adafantasy  | null
            x:9         | null        | Beyoncé
            weibo:10    | ａｄａｆａｎｓ | null
            weibo:11    | beyoncefans | null
            """)
        .when(STEP)
        .then(
            """
            account_uid | about
            x:1         | null
            tiktok:2    | fan
            tiktok:3    | fan
            youtube:4   | fan
            youtube:5   | fan
            youtube:6   | null
            youtube:7   | fan
            youtube:8   | null
            x:9         | null
            weibo:10    | fan
            weibo:11    | fan
            """);
  }

  @Test
  void whatFoldedKeysAreCalledIsOneAccounts() {
    given(
            Account.TABLE,
            """
            account_uid | handle   | name
            x:1         | null     | Anna
            x:@anna     | anna_fan | null
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@anna | x:1")
        .when(STEP)
        .then("account_uid | names | about\nx:1 | Anna\\nanna\\nanna_fan | fan");
  }
}
