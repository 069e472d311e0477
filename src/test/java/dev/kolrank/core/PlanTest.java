package dev.kolrank.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Table RAW = table("bronze.raw");
  private static final Table STATE = table("silver.state");
  private static final Table TEXT = table("silver.text");
  private static final Table FEATURE = table("features.feature");
  private static final Table RANK = table("gold.rank");

  @Test
  void everyInputStandsBeforeItsReaders() {
    Plan plan =
        Plan.of(
            Set.of(RAW),
            List.of(
                step(RANK, FEATURE),
                step(FEATURE, TEXT, STATE),
                step(TEXT, STATE),
                step(STATE, RAW)));
    assertEquals(List.of("silver.state", "silver.text", "features.feature", "gold.rank"), of(plan));
  }

  @Test
  void stepsThatDoNotWaitForEachOtherKeepTheirOrder() {
    Plan plan = Plan.of(Set.of(RAW), List.of(step(TEXT, RAW), step(STATE, RAW)));
    assertEquals(List.of("silver.text", "silver.state"), of(plan));
  }

  @Test
  void twoProducersAreRefused() {
    assertEquals(
        "two steps produce silver.state",
        fault(step(STATE, RAW), step(TEXT, RAW), step(STATE, TEXT)));
  }

  @Test
  void anInputNobodyProducesIsRefused() {
    assertEquals(
        "gold.rank reads features.feature, which no step produces", fault(step(RANK, FEATURE)));
  }

  @Test
  void aCycleIsRefusedAndNamed() {
    assertEquals(
        "a cycle: silver.state <- features.feature <- silver.text",
        fault(step(STATE, FEATURE), step(FEATURE, TEXT), step(TEXT, STATE)));
  }

  @Test
  void aStepMayLookAtItsOwnEarlierRows() {
    assertEquals(
        List.of("silver.state"), of(Plan.of(Set.of(RAW), List.of(step(STATE, RAW, STATE)))));
  }

  @Test
  void onlyAStepAndWhatItNeeds() {
    Plan plan =
        Plan.of(
            Set.of(RAW),
            List.of(step(STATE, RAW), step(TEXT, RAW), step(FEATURE, STATE), step(RANK, FEATURE)));
    assertEquals(List.of("silver.state", "features.feature"), of(plan.only("features.feature")));
  }

  @Test
  void onlyAnUnknownStepTellsWhichThereAre() {
    Plan plan = Plan.of(Set.of(RAW), List.of(step(STATE, RAW), step(TEXT, RAW)));
    var error = assertThrows(UserError.class, () -> plan.only("silver.stat"));
    assertEquals(
        "--only names no step: silver.stat; the steps are silver.state, silver.text",
        error.getMessage());
  }

  private static String fault(Step... steps) {
    List<Step> all = Arrays.asList(steps);
    return assertThrows(IllegalArgumentException.class, () -> Plan.of(Set.of(RAW), all))
        .getMessage();
  }

  private static List<String> of(Plan plan) {
    return plan.steps().stream().map(Step::name).toList();
  }

  private static Table table(String name) {
    return Table.upserted(name, "a row", List.of(Field.required("id", DataTypes.StringType, "id")));
  }

  private static Step step(Table output, Table... inputs) {
    return new Named(output, Arrays.stream(inputs).collect(Collectors.toSet()));
  }

  private record Named(Table output, Set<Table> inputs) implements Step {
    @Override
    public Dataset<Row> rows(Inputs in) {
      throw new UnsupportedOperationException("a plan runs no step");
    }
  }
}
