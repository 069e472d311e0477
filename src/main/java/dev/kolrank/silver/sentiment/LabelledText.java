package dev.kolrank.silver.sentiment;

/** A text of which people said how it feels. */
public record LabelledText(String text, Polarity polarity) {}
