package dev.kolrank.connector.inspect;

import dev.kolrank.core.Field;

/**
 * A field that may hold a column.
 *
 * @param confidence from 0 to 1
 */
public record Guess(Field column, FieldSample field, double confidence) {}
