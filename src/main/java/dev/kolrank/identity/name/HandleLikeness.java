package dev.kolrank.identity.name;

/** How alike two handles are; each level implies that no later one holds. */
public enum HandleLikeness {
  /** Nothing of the below. */
  NONE(0),
  /** The stem of one, of at least four letters, stands inside the other's. */
  CONTAINED(1),
  /** So, and the part is half of the whole or more. */
  MOST(2),
  /** A seventh of the stem's letters or fewer, three at most, differ; numbers may not. */
  CLOSE(3),
  /** The same but for affixes and digits at the end. */
  ROOT(4),
  /** The same but for affixes. */
  STEM(5),
  /** The same but for dots, dashes and underscores. */
  FOLDED(6),
  /** The same sign by sign. */
  EXACT(7);

  private final int level;

  HandleLikeness(int level) {
    this.level = level;
  }

  /** The level as a number: the more alike, the greater. */
  public int level() {
    return level;
  }

  /** The level of two handles, whichever comes first. */
  public static HandleLikeness of(HandleKeys left, HandleKeys right) {
    if (left.written().equals(right.written())) {
      return EXACT;
    } else if (left.folded().equals(right.folded())) {
      return FOLDED;
    } else if (left.stem().equals(right.stem())) {
      return STEM;
    } else if (left.root().equals(right.root())) {
      return ROOT;
    } else if (Spelling.isClose(left.stem(), right.stem())) {
      return CLOSE;
    }
    if (!Spelling.isInside(left.root(), right.root())) {
      return NONE;
    }
    return Spelling.isHalf(left.root(), right.root()) ? MOST : CONTAINED;
  }

  /** The level of a handle and a display name, which is read as a handle; never {@link #EXACT}. */
  public static HandleLikeness of(HandleKeys handle, NameKeys name) {
    // the words in Latin letters decide: a name is written as its platform allows
    HandleLikeness level = of(handle, HandleKeys.of(name.words()));
    HandleLikeness latin = of(handle, HandleKeys.of(name.latin()));
    HandleLikeness best = level.compareTo(latin) > 0 ? level : latin;
    return best == EXACT ? FOLDED : best;
  }
}
