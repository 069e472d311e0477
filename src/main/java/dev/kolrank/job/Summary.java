package dev.kolrank.job;

import dev.kolrank.engine.Runner;
import java.time.LocalDate;

/**
 * What a night did.
 *
 * @param files files taken in
 * @param records records read from them
 * @param rejects reject rows
 * @param outcome tables written and left as they were
 * @param published whether the night was published anew
 */
public record Summary(
    LocalDate asOf,
    long files,
    long records,
    long rejects,
    Runner.Outcome outcome,
    boolean published) {}
