package dev.kolrank.engine;

import java.time.LocalDate;

/**
 * One run of one night.
 *
 * @param runId names the run in the record of operation
 * @param asOf the night
 * @param batch the newest ingest batch, tonight's included; its number was never used before, since
 *     a step that worked through a batch of a broken run must see that this one is another
 * @param settledBatch the newest batch that the file ledger held before tonight; a step's progress
 *     counts only up to it, since what lies above it is replaced
 * @param files digest of the newest batch's files: together with the batch's number it says what
 *     the batched tables hold
 * @param code identifies the program, so that a new version computes anew
 */
public record Night(
    String runId, LocalDate asOf, long batch, long settledBatch, String files, String code) {}
