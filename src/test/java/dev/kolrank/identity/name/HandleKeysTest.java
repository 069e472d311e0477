package dev.kolrank.identity.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleKeysTest {

  @ParameterizedTest
  @CsvSource({
    "@Demo.Chef_Official, demo.chef_official, demochefofficial, demochef, demochef",
    "demochefTV, democheftv, democheftv, demochef, demochef",
    "the_real_demo_chef, the_real_demo_chef, therealdemochef, demochef, demochef",
    "RealDemoChef99, realdemochef99, realdemochef99, demochef99, demochef",
    "demochefofficial1, demochefofficial1, demochefofficial1, demochefofficial1, demochef",
    "demo-1-2, demo-1-2, demo12, demo12, demo",
    "老王官方, 老王官方, 老王官方, laowang, laowang",
    "きずな_公式, きずな_公式, キズナ公式, kizuna, kizuna",
    "아이유_공식, 아이유_공식, 아이유공식, aiyu, aiyu"
  })
  void affixesAreStripped(String handle, String written, String folded, String stem, String root) {
    assertEquals(new HandleKeys(written, folded, stem, root), HandleKeys.of(handle));
  }

  @ParameterizedTest
  @CsvSource({
    "tv, tv", // an affix alone is the name
    "real_tv, real",
    "ann_tv, ann",
    "anntv, anntv", // glued, it may belong to a name of three letters
    "itsuki, itsuki",
    "ab_official, abofficial",
    "12345, 12345",
    "ab12, ab12"
  })
  void tooLittleIsNotLeft(String handle, String root) {
    assertEquals(root, HandleKeys.of(handle).root());
  }
}
