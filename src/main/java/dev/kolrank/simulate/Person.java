package dev.kolrank.simulate;

import java.util.List;

/**
 * A creator.
 *
 * @param influence what a perfect ranking orders by
 * @param namesakeOf the person whose name this one also has, or empty
 * @param accounts own accounts, the main one first, then those that fans run
 */
record Person(
    int index,
    long key,
    String id,
    Name name,
    Language language,
    Niche niche,
    Niche side,
    double influence,
    Stage stage,
    Habits habits,
    String namesakeOf,
    List<Account> accounts) {

  /** How far a creator has come. */
  enum Stage {
    KOC,
    VERTICAL,
    PUBLIC
  }

  Person withAccounts(List<Account> all) {
    return new Person(
        index, key, id, name, language, niche, side, influence, stage, habits, namesakeOf, all);
  }

  /** The own accounts on the platforms that every world has. */
  List<Account> own() {
    return accounts.stream().filter(account -> !account.fan() && account.site().usual()).toList();
  }
}
