package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.identity.PairLikeness;
import org.junit.jupiter.api.Test;

class CompareAccountsTest {

  @Test
  void aPairStandsAheadOfItsRivalsOrBehindThem() {
    given(
            PairLikeness.TABLE,
            """
            left_uid | right_uid | levels           | excess
            x:1      | y:1       | {name: exact_12} | {name: 14}
            x:1      | y:2       | {name: core_9}   | {name: 11}
            x:2      | y:2       | {name: exact_6}  | {name: 7}
            """)
        .when(new CompareAccounts())
        .then(
            """
            left_uid | right_uid | levels
            x:1      | y:1       | {name: exact_12, rivals: behind}
            x:1      | y:2       | {name: core_9, rivals: ahead}
            x:2      | y:2       | {name: exact_6, rivals: ahead}
            """);
  }

  @Test
  void ofTwoThatBearOneNameTheOneOfTheSameHandleComesFirst() {
    given(
            PairLikeness.TABLE,
            """
            left_uid | right_uid | levels             | excess
            x:1      | y:1       | {handle: exact_16} | {handle: 20, name: 20, handle_name: 20}
            x:1      | y:2       | {name: exact_16}   | {name: 20}
            """)
        .when(new CompareAccounts())
        .then(
            """
            left_uid | right_uid | levels
            x:1      | y:1       | {handle: exact_16, rivals: behind}
            x:1      | y:2       | {name: exact_16, rivals: far_ahead}
            """);
  }

  @Test
  void whoIsAloneHasNoRivalsAndWhatIsUnlikeIsNobodys() {
    given(
            PairLikeness.TABLE,
            """
            left_uid | right_uid | levels          | excess
            x:1      | y:1       | {name: exact_6} | {name: 6}
            x:1      | y:2       | {name: other}   | {}
            x:1      | z:1       | {name: core_1}  | {name: 1}
            """)
        .when(new CompareAccounts())
        .then(
            """
            left_uid | right_uid | levels
            x:1      | y:1       | {name: exact_6, rivals: none}
            x:1      | y:2       | {name: other}
            x:1      | z:1       | {name: core_1, rivals: none}
            """);
  }
}
