package dev.kolrank.simulate;

/**
 * One profile on one platform.
 *
 * @param number unique over all accounts of the world
 * @param key root of its random numbers
 * @param stream root of the posting events, shared by the accounts of a person
 * @param personId who runs it
 * @param id as the platform knows it
 * @param second what the platform also calls it (Douyin and TikTok: secUid), else empty
 * @param handle its name in links
 * @param homepage one link of the profile, empty when there is none
 * @param audience people who really look at its posts
 * @param followers claimed at the end of the span, before any are bought
 * @param growth followers won in 30 days, as a share
 * @param activity share of the events that it takes part in
 */
record Account(
    long number,
    long key,
    long stream,
    String personId,
    boolean fan,
    Site site,
    String id,
    String second,
    String handle,
    String name,
    String bio,
    String homepage,
    double audience,
    double followers,
    double growth,
    double activity,
    int events,
    Attack attack) {

  Account withBio(String text, String link) {
    return with(text, link, attack);
  }

  Account withAttack(Attack other) {
    return with(bio, homepage, other);
  }

  private Account with(String text, String link, Attack other) {
    return new Account(
        number, key, stream, personId, fan, site, id, second, handle, name, text, link, audience,
        followers, growth, activity, events, other);
  }
}
