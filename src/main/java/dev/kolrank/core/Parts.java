package dev.kolrank.core;

import java.util.List;

/**
 * How the rows of a transient table fall apart: a step that asks for one part reads no other.
 *
 * @param by the column that names a row's part
 * @param names every name that it may hold
 */
public record Parts(Field by, List<String> names) {
  public Parts {
    names = List.copyOf(names);
  }
}
