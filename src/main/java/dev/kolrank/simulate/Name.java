package dev.kolrank.simulate;

/**
 * What a person is called.
 *
 * @param shown on the page
 * @param full in the script of the language
 * @param given the part that friends use
 * @param latin in Latin letters, given name first
 * @param core lower case letters of the whole name, the root of handles
 * @param spaced the same with an underscore between given and family name
 */
record Name(String shown, String full, String given, String latin, String core, String spaced) {

  Name shownAs(String stageName) {
    return new Name(stageName, full, given, latin, core, spaced);
  }

  /** The name for somebody else of the same name, whose handles must differ. */
  Name rooted(String suffix) {
    return new Name(shown, full, given, latin, core + suffix, spaced + suffix);
  }
}
