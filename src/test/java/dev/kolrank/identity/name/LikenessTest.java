package dev.kolrank.identity.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.ibm.icu.lang.UCharacter;
import dev.kolrank.SparkFixture;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "Demo Chef 🍳, Demo Chef 🍳, EXACT",
    "Demo Chef 🍳, ＤＥＭＯ　chef, FOLDED",
    "單田芳, 单田芳, FOLDED",
    "きずな, キズナ, FOLDED",
    "李子柒, Li Ziqi, LATIN",
    "李子柒, liziqi, LATIN",
    "Дмитрий, Dmitry, LATIN",
    "아이유, Aiyu, LATIN",
    "王伟, 汪威, NONE", // these only sound alike
    "Chef Demo, Demo Chef, WORDS",
    "李子柒 Liziqi, 李子柒, WORDS",
    "Demo Chef Official, Demo Chef, WORDS",
    "老王 vlog, 老王, WORDS",
    "A Demo, B Demo, NONE",
    "The X, The Y, NONE",
    "Demo Cheff, Demo Chef, CLOSE",
    "Demo Chef 1, Demo Chef 2, NONE",
    "老王的厨房, 老王的厨, MOST",
    "Demochefs, Demochef's Kitchen, WORDS",
    "Demochef, Demochef's Kitchen, MOST",
    "Demo, Demochef's Kitchen, CONTAINED",
    "老王的厨房, 老王, NONE",
    "🐼, 🐼🐼, NONE",
    "🐼, 🐼 , EXACT"
  })
  void names(String left, String right, NameLikeness level) {
    assertEquals(level, NameLikeness.of(NameKeys.of(left), NameKeys.of(right)));
    assertEquals(level, NameLikeness.of(NameKeys.of(right), NameKeys.of(left)));
  }

  @ParameterizedTest
  @CsvSource({
    "@Demo_Chef, demo_chef, EXACT",
    "demo.chef, demo_chef, FOLDED",
    "demochef_official, demochef, STEM",
    "demochef_yt, thedemochef, STEM",
    "demochef7, demochef_tv, ROOT",
    "demochef7, demochef8, ROOT",
    "demochefs, demochef, CLOSE",
    "demochefskitchen, demochef, MOST",
    "mydemochefskitchen, demo, CONTAINED",
    "ann, annika, NONE",
    "demo, chef, NONE"
  })
  void handles(String left, String right, HandleLikeness level) {
    assertEquals(level, HandleLikeness.of(HandleKeys.of(left), HandleKeys.of(right)));
    assertEquals(level, HandleLikeness.of(HandleKeys.of(right), HandleKeys.of(left)));
  }

  @ParameterizedTest
  @CsvSource({
    "liziqi, 李子柒, FOLDED",
    "liziqi_official, 李子柒 Liziqi, STEM",
    "demo.chef, Demo Chef, FOLDED",
    "demochef, Demo Chef Official, STEM",
    "kizunaai, キズナアイ, FOLDED",
    "demochef, 李子柒, NONE"
  })
  void handlesAndNames(String handle, String name, HandleLikeness level) {
    assertEquals(level, HandleLikeness.of(HandleKeys.of(handle), NameKeys.of(name)));
  }

  @Property(tries = 3_000)
  void likenessIsTheSameFromBothSides(@ForAll("names") String left, @ForAll("names") String right) {
    NameKeys a = NameKeys.of(left);
    NameKeys b = NameKeys.of(right);
    HandleKeys c = HandleKeys.of(left);
    HandleKeys d = HandleKeys.of(right);
    if (a == null || b == null) {
      return;
    }
    assertEquals(NameLikeness.of(a, b), NameLikeness.of(b, a));
    assertEquals(HandleLikeness.of(c, d), HandleLikeness.of(d, c));
    assertEquals(NameLikeness.EXACT, NameLikeness.of(a, a));
    assertEquals(HandleLikeness.EXACT, HandleLikeness.of(d, d));
  }

  @Property(tries = 5_000)
  void foldingFoldedNamesChangesNothing(@ForAll("names") String name) {
    NameKeys once = NameKeys.of(name);
    if (once != null) {
      NameKeys twice = NameKeys.of(once.words());
      assertEquals(once.words(), twice.words());
      assertEquals(once.latin(), twice.latin());
      assertEquals(once.latin(), NameKeys.of(once.latin()).latin());
    }
  }

  /** Every letter by itself, so that no table of signs leads in a chain. */
  @Test
  void everySignIsFoldedOnce() {
    for (int c = 1; c < 0x32000; c++) {
      NameKeys once = NameKeys.of(Character.toString(c));
      if (once != null) {
        assertEquals(once.words(), Words.of(once.words()), UCharacter.getExtendedName(c));
      }
    }
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "demo",
            "Chef",
            "Ａnn",
            "李子柒",
            "單",
            "きず",
            "ナ",
            "アイ",
            "아이유",
            "Юлия",
            "أحمد",
            "🐼",
            "🏽",
            "ツ",
            " ",
            "_",
            ".",
            "'",
            "official",
            "tv",
            "real",
            "99",
            "7",
            "é",
            "e\u0301",
            "公式");
    Arbitrary<String> built = pieces.list().ofMinSize(0).ofMaxSize(6).map(p -> String.join("", p));
    Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(8);
    return Arbitraries.frequencyOf(Tuple.of(3, built), Tuple.of(1, any));
  }

  @Test
  void sparkGivesTheSameKeysAndLevels() {
    var schema = new StructType().add("l", DataTypes.StringType).add("r", DataTypes.StringType);
    List<Row> given =
        Arrays.asList(
            RowFactory.create("李子柒", "Li Ziqi"),
            RowFactory.create("Chef Demo", "demo chef"),
            RowFactory.create("...", "demo"),
            RowFactory.create(null, null));
    var keyed =
        SparkFixture.spark()
            .createDataFrame(given, schema)
            .select(
                NameColumns.nameKeys(functions.col("l")).as("l"),
                NameColumns.nameKeys(functions.col("r")).as("r"),
                NameColumns.handleKeys(functions.col("r")).as("h"));
    var l = functions.col("l");
    var r = functions.col("r");
    var h = functions.col("h");
    List<Row> rows =
        keyed
            .select(
                NameColumns.nameLikeness(l, r),
                NameColumns.handleLikeness(h, h),
                NameColumns.handleNameLikeness(h, l),
                NameColumns.wordSet(l),
                NameColumns.words(r),
                r.getField(NameColumns.LATIN))
            .collectAsList();
    assertEquals(NameLikeness.LATIN.level(), rows.get(0).getInt(0));
    assertEquals(HandleLikeness.EXACT.level(), rows.get(0).getInt(1));
    assertEquals(HandleLikeness.FOLDED.level(), rows.get(0).getInt(2));
    assertEquals("liziqi", rows.get(0).getString(5));
    assertEquals(NameLikeness.WORDS.level(), rows.get(1).getInt(0));
    assertEquals("chef demo", rows.get(1).getString(3));
    assertEquals(List.of("demo", "chef"), rows.get(1).getList(4));
    assertNull(rows.get(2).get(0));
    assertNotNull(rows.get(2).get(1));
    assertNull(rows.get(2).get(2));
    for (int i = 0; i < rows.get(3).size(); i++) {
      assertNull(rows.get(3).get(i));
    }
  }
}
