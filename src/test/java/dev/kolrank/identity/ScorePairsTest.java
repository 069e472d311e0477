package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.matching.DeclaredPair;
import org.junit.jupiter.api.Test;

class ScorePairsTest {

  /** A prior of −6 bits; the handle weighs 10 bits, the region −2, a bio's link 10, a fan −30. */
  private static StepCase compared(String pairs) {
    return given(ComparedPair.TABLE, pairs)
        .and(
            MatchParameter.TABLE,
            """
            platforms | comparison | level   | m       | u
            *         | prior      | ""      | 1       | 64
            *         | handle     | exact_9 | 1       | 0.0009765625
            *         | region     | other   | 0.25    | 1
            *         | link       | bio     | 1       | 0.0009765625
            *         | about      | one_fan | 1       | 1073741824
            """);
  }

  @Test
  void aPairIsLinkedFromTheThresholdOn() {
    compared(
            """
            left_uid | right_uid | platforms | rules      | levels
            x:1      | y:1       | x\\|y      | [handle]   | {handle: exact_9}
            x:2      | y:2       | x\\|y      | [handle]   | {handle: exact_9, region: other}
            x:3      | y:3       | x\\|y      | [handle]   | {region: other}
            x:4      | y:4       | x\\|y      | [control]  | {handle: exact_9}
            """)
        .when(new ScorePairs(0.9))
        .then(
            """
            left_uid | right_uid | linked | probability | evidence | prior
            x:1      | y:1       | true   | 0.941176    | [handle] | -6
            x:2      | y:2       | false  | 0.8         | [handle] | -6
            """);
  }

  @Test
  void whatAccountsDeclareLinksUnlessAllElseDeniesIt() {
    compared(
            """
            left_uid | right_uid | platforms | levels
            x:1      | y:1       | x\\|y      | {link: bio, region: other}
            x:2      | y:2       | x\\|y      | {link: bio, about: one_fan}
            x:3      | y:3       | x\\|y      | {region: other}
            """)
        .and(
            DeclaredPair.TABLE,
            """
            left_uid | right_uid | evidence      | support | linked
            x:1      | y:1       | [bio]         | 1       | true
            x:2      | y:2       | [bio]         | 1       | true
            x:3      | y:3       | [description] | 0.25    | false
            """)
        .when(new ScorePairs(0.9))
        .then(
            """
            left_uid | right_uid | linked | probability | evidence      | support
            x:1      | y:1       | true   | 0.8         | [bio]         | 1
            x:2      | y:2       | false  | 0.0000000149012 | [bio]     | 1
            x:3      | y:3       | false  | 0.00389105  | [description] | 0.25
            """);
  }

  @Test
  void aPersonsWordWinsOverTheModel() {
    compared(
            """
            left_uid | right_uid | platforms | levels
            x:1      | y:1       | x\\|y      | {about: one_fan}
            x:2      | y:2       | x\\|y      | {handle: exact_9, link: bio}
            """)
        .and(
            DeclaredPair.TABLE,
            """
            left_uid | right_uid | evidence           | linked
            x:1      | y:1       | [must_link]        | true
            x:2      | y:2       | [bio, cannot_link] | false
            """)
        .when(new ScorePairs(0.9))
        .then(
            """
            left_uid | right_uid | linked | probability | evidence
            x:1      | y:1       | true   | 1           | [must_link]
            x:2      | y:2       | false  | 0           | [bio, cannot_link, handle]
            """);
  }

  @Test
  void aThresholdOutOfRangeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ScorePairs(0));
    assertThrows(IllegalArgumentException.class, () -> new ScorePairs(1.1));
  }
}
