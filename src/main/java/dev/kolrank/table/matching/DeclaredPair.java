package dev.kolrank.table.matching;

import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.identity.AccountPair;
import java.util.List;

/** Pairs of which accounts or people say that they are one. */
public final class DeclaredPair {
  public static final Table TABLE =
      Table.of(
          "matching.declared_pair",
          "one row per pair",
          WriteMode.TRANSIENT,
          List.of(
              AccountPair.LEFT_UID,
              AccountPair.RIGHT_UID,
              AccountPair.EVIDENCE,
              AccountPair.SUPPORT,
              AccountPair.LINKED),
          AccountPair.LEFT_UID,
          AccountPair.RIGHT_UID);

  private DeclaredPair() {}
}
