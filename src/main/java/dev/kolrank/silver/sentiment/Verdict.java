package dev.kolrank.silver.sentiment;

/**
 * How a text feels.
 *
 * @param sentiment from -1 (bad) to 1 (good)
 */
public record Verdict(Polarity polarity, double sentiment) {}
