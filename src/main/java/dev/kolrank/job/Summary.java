package dev.kolrank.job;

import dev.kolrank.engine.Runner;
import java.time.LocalDate;
import java.util.List;

/**
 * What a night did.
 *
 * @param files files taken in
 * @param records records read from them
 * @param rejects reject rows
 * @param reasons a sentence for each of the most frequent reasons of rejects, with a remedy
 * @param failed a sentence for each source that the storage did not give, and one where fewer
 *     accounts or KOLs are published than before
 * @param drift a sentence for each source that changed too much, saying what to do
 * @param outcome tables written and left as they were
 * @param published whether the night was published anew
 */
public record Summary(
    LocalDate asOf,
    long files,
    long records,
    long rejects,
    List<String> reasons,
    List<String> failed,
    List<String> drift,
    Runner.Outcome outcome,
    boolean published) {}
