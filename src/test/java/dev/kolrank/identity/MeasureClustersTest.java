package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import org.junit.jupiter.api.Test;

class MeasureClustersTest {

  @Test
  void theWeakestLinkIsTheOneWithoutWhichAKolFallsApart() {
    given(
            AccountPair.TABLE,
            """
            left_uid | right_uid | linked | probability
            a:1      | b:1       | true   | 0.99
            a:1      | c:1       | true   | 0.95
            b:1      | c:1       | true   | 0.6
            c:1      | d:1       | true   | 0.9
            a:1      | d:1       | true   | 0.8
            b:1      | d:1       | false  | 0.1
            d:1      | e:1       | true   | 0.7
            e:1      | f:1       | true   | 0.95
            """)
        .and(
            KolAccount.TABLE,
            """
            account_uid | kol_id
            a:1         | k1
            b:1         | k1
            c:1         | k1
            d:1         | k1
            e:1         | k2
            f:1         | k2
            b:@alias    | k1
            g:1         | k3
            """)
        .when(new MeasureClusters())
        .then(
            """
            kol_id | accounts | links | density  | weakest_left_uid | weakest_right_uid | weakest_probability
            k1     | 4        | 5     | 0.833333 | c:1              | d:1               | 0.9
            k2     | 2        | 1     | 1        | e:1              | f:1               | 0.95
            """);
  }
}
