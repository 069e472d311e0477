package dev.kolrank.connector;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.landing.SourceVerdict;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps tonight's verdicts, for the nights that compare with it and for those who ask why. */
public record RecordChecks() implements Step {

  @Override
  public Table output() {
    return SourceCheck.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(SourceVerdict.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return in.get(SourceVerdict.TABLE);
  }

  @Override
  public boolean selectsOnly() {
    return true;
  }
}
