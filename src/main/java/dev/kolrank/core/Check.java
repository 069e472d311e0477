package dev.kolrank.core;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * A rule that every row of a table keeps; all checks of a table run in one scan before it is
 * written.
 */
public sealed interface Check {

  /** The rule in words, as the audit reports it. */
  String rule();

  /** True for a row that breaks the rule; null and false both mean that the row keeps it. */
  Column violation();

  /** Whether rows that break the rule are refused; a watched rule is only reported. */
  default boolean isRequired() {
    return true;
  }

  /** {@code field} lies between the bounds, both included. */
  record InRange(Field field, double low, double high) implements Check {
    @Override
    public String rule() {
      return "%s is between %s and %s".formatted(field.name(), low, high);
    }

    @Override
    public Column violation() {
      return not(field.col().between(low, high));
    }
  }

  /** {@code field} is one of the listed values. */
  record OneOf(Field field, List<String> values) implements Check {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public String rule() {
      return "%s is one of %s".formatted(field.name(), String.join(", ", values));
    }

    @Override
    public Column violation() {
      return not(field.col().isin(values.toArray()));
    }
  }

  /** {@code field} is not null. */
  record NotNull(Field field) implements Check {
    @Override
    public String rule() {
      return field.name() + " is not null";
    }

    @Override
    public Column violation() {
      return field.col().isNull();
    }
  }

  /** A SQL condition over the row's columns that must not be false. */
  record Holds(String rule, String condition) implements Check {
    @Override
    public Column violation() {
      return not(expr(condition));
    }
  }

  /** A SQL condition whose breach the audit reports and nothing refuses: a sign, not a fault. */
  record Watched(String rule, String condition) implements Check {
    @Override
    public Column violation() {
      return not(expr(condition));
    }

    @Override
    public boolean isRequired() {
      return false;
    }
  }
}
