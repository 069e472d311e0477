/**
 * Reads the values that crawlers write: counts, times, durations, ids, texts, links, encodings.
 *
 * <p>Every function is pure, takes any string without throwing, runs in time linear in its length,
 * and answers null to null. A function that can fail to understand a value says so with null (never
 * with a guess), since it runs inside Spark on hundreds of millions of strings; functions that
 * gather things answer an empty list instead.
 */
package dev.kolrank.value;
