package dev.kolrank;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class StepCaseTest {

  /** Gives its input back. */
  private record Echo(Table output) implements Step {
    @Override
    public Set<Table> inputs() {
      return Set.of(output);
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.get(output);
    }
  }

  private record Stranger(Table output) implements Step {
    @Override
    public Set<Table> inputs() {
      return Set.of();
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.get(output);
    }
  }

  @Test
  void cellsAreCastAndTheRestIsFilled() {
    given(
            Account.TABLE,
            """
            account_uid | name   | followers | verified | seen
            weibo:12    | 李\\|四 | 5         | true     | {name: 2026-06-01 10:00:00}
            x:@a        | null   |           | false    | {}
            """)
        .when(new Echo(Account.TABLE))
        .then(
            """
            platform | account_id | name | followers | verified | seen                        | first_seen
            x        | @a         | null | null      | false    | {}                          | 2026-06-28
            weibo    | 12         | 李\\|四 | 5       | true     | {name: 2026-06-01 10:00:00} | 2026-06-28
            """);
  }

  @Test
  void arraysAreRead() {
    given(
            Post.TABLE,
            """
            post_uid | tags     | text
            x:1      | [a, b c] | one\\ntwo
            x:2      | []       | ""
            """)
        .when(new Echo(Post.TABLE))
        .then(
            """
            post_id | tags     | text
            1       | [a, b c] | one\\ntwo
            2       | []       | ""
            """);
  }

  @Test
  void aDifferenceFails() {
    var one = given(Account.TABLE, "account_uid\nx:1").when(new Echo(Account.TABLE));
    assertThrows(AssertionFailedError.class, () -> one.then("account_uid\nx:2"));
    assertThrows(AssertionFailedError.class, () -> one.then("account_uid"));
  }

  @Test
  void aBrokenContractFails() {
    var negative =
        given(Account.TABLE, "account_uid | followers\nx:1 | -1").when(new Echo(Account.TABLE));
    assertThrows(AssertionFailedError.class, negative::rows);
    var twice = given(Account.TABLE, "account_uid\nx:1\nx:1").when(new Echo(Account.TABLE));
    assertThrows(AssertionFailedError.class, twice::rows);
  }

  @Test
  void undeclaredInputsAreRefused() {
    var given = given(Account.TABLE, "account_uid\nx:1");
    assertThrows(IllegalArgumentException.class, () -> given.when(new Stranger(Account.TABLE)));
    var asked = StepCase.nothing().when(new Stranger(Account.TABLE));
    assertThrows(IllegalArgumentException.class, asked::rows);
    assertThrows(
        IllegalArgumentException.class,
        () -> given(Account.TABLE, "nonsense\nx").when(new Echo(Account.TABLE)).rows());
    assertTrue(StepCase.nothing().when(new Echo(Account.TABLE)).rows().isEmpty());
  }
}
