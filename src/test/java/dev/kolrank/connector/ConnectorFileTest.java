package dev.kolrank.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import dev.kolrank.core.Problems;
import dev.kolrank.core.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mapping files, right and wrong. */
class ConnectorFileTest {
  private static final String HEAD = "platform = demo, describes = \"A made-up source\"";
  private static final String OTHERS = "absent { \"*\" = \"none\" }";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour = red                             | demo, colour: no such key",
        "format = JSON                            | demo, format: no such key",
        "zone = Mars/Olympus                      | demo, zone: 'Mars/Olympus'",
        "types { a = \"ARRAY<\" }                 | types.a: ARRAY< is no SQL type",
        "types { a.b = \"WHAT\" }                 | types.a.b: WHAT is no SQL type",
        "repair = perhaps                         | repair",
        "split = 7                                | split",
        "joins { a { of = b } }                   | 'in'",
        "joins { a { of = b, in = [c], by = d } } | joins.a.by: no such key",
        "hidden = [\"fan_{a\"]                   | demo, hidden: 'fan_{a' is no pattern",
        "charsets = [GB18030, WTF-9]              | demo, charsets: 'WTF-9' is no encoding",
        "platform = \"we:ibo\"                    | demo, platform: 'we:ibo'",
        "separator = \"::\"                       | demo, separator: '::' is no single sign",
        "separator = a                            | demo, separator: 'a' is no single sign",
        "quote = \"\"                              | demo, quote: '' is no single sign",
        "separator = \";\", quote = \";\"          | demo, quote: it is the separator too",
        "header = []                              | demo, header: it names no column",
        "header = red                             | header has type STRING"
      })
  void aFileIsRefused(String line, String told) {
    String rule = "rules = [{ makes = account, set { account_id = id }, %s }]".formatted(OTHERS);
    refused(HEAD + "\n" + line + "\n" + rule, told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "makes = star, set { account_id = id }                 | rules[0].makes: 'star'",
        "makes = account, size = 3, set { account_id = id }    | size: no such key",
        "makes = account, set { name = n }                     | account_id is not set",
        "makes = post, set { post_id = id }                    | account_id is not set",
        "makes = comment, set { comment_id = id }              | post_id is not set",
        "makes = account, set { account_id = id, shoe = s }    | set.shoe: no such column",
        "makes = account, set { account_id = \"lower(\" }      | 'lower(' is no SQL expression",
        "makes = account, set { account_id = \"two words x\" } | is no SQL expression",
        "makes = account, part = items, set { account_id = id } | rules[0].part: 'items'",
        "makes = account, file = \"a{\", set { account_id = id } | rules[0].file: 'a{' is no pattern",
        "makes = account, platform = A, set { account_id = id } | rules[0].platform: 'A'",
        "makes = account, where = \"a >\", set { account_id = id } | rules[0].where"
      })
  void aRuleIsRefused(String rule, String told) {
    refused("%s\nrules = [{ %s, %s }]".formatted(HEAD, rule, OTHERS), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "describes = x, rules = []       | platform: it is missing",
        "platform = x, rules = []        | describes: it is missing",
        "platform = x, describes = x     | rules: it is missing"
      })
  void whatIsMissingIsNamed(String file, String told) {
    refused(file, told);
  }

  @Test
  void aMappingHasOneRuleToSixtyTwo() {
    String rule = "{ makes = account, set { account_id = id }, %s }".formatted(OTHERS);
    refused(HEAD + "\nrules = []", "demo, rules: there are 0");
    String many = String.join(",", java.util.Collections.nCopies(63, rule));
    refused(HEAD + "\nrules = [" + many + "]", "demo, rules: there are 63");
  }

  @Test
  void aColumnIsSetOrAbsent() {
    String rule =
        "rules = [{ makes = comment, set { comment_id = a, post_id = b, text = c }, %s }]";
    refused(HEAD + "\n" + rule.formatted("absent {}"), "parent_id is neither set nor absent");
    refused(
        HEAD + "\n" + rule.formatted("absent { text = no, \"*\" = no }"),
        "text is both set and absent");
    refused(
        HEAD + "\n" + rule.formatted("absent { shoe = no, \"*\" = no }"),
        "absent.shoe: no such column");
  }

  @Test
  void everyFaultIsToldAtOnce() {
    var problems = new Problems();
    String rules = "rules = [{ makes = account, set { name = \"(\" } }, { makes = x }]";
    ConnectorFile.read("demo", ConfigFactory.parseString(HEAD + "\nodd = 1\n" + rules), problems);
    assertTrue(problems.count() > 5, () -> "only " + problems.count());
  }

  @Test
  void fieldsAreFoundInTheExpressions() {
    var problems = new Problems();
    String text =
        """
        %s
        types { stats.tags = "ARRAY<STRUCT<name: STRING>>" }
        rules = [{ makes = account, where = "kind = 'a'"
          set { account_id = user.id, name = "upper(`full name`)",
                category = "concat_ws(',', transform(stats.tags, t -> t.name))",
                followers = stats.fans }, %s }]
        """
            .formatted(HEAD, OTHERS);
    Connector connector = ConnectorFile.read("demo", ConfigFactory.parseString(text), problems);
    problems.stopIfAny();
    assertNotNull(connector);
    assertEquals(
        "STRUCT<`full name`: STRING, kind: STRING, stats: STRUCT<fans: STRING, tags:"
            + " ARRAY<STRUCT<name: STRING>>>, user: STRUCT<id: STRING>>",
        connector.shape().sql());
  }

  private static void refused(String text, String told) {
    var problems = new Problems();
    assertNull(ConnectorFile.read("demo", ConfigFactory.parseString(text), problems));
    var error = assertThrows(UserError.class, problems::stopIfAny);
    assertTrue(error.getMessage().contains(told), error.getMessage());
  }
}
