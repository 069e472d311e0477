package dev.kolrank.simulate;

import java.util.ArrayList;
import java.util.List;

/** What a post says; the same words when a person tells the same thing on several platforms. */
record PostWords(Niche topic, String title, String body, List<String> tags, boolean sponsored) {

  /** Tags as {@code #tag}, without the spaces that a tag cannot have. */
  String hashtags() {
    return tagged("#", "");
  }

  String tagged(String before, String after) {
    StringBuilder text = new StringBuilder();
    for (String tag : tags) {
      text.append(text.isEmpty() ? "" : " ").append(before).append(tag).append(after);
    }
    return text.toString();
  }

  PostWords disclosing(String disclosure) {
    if (disclosure.startsWith("#")) {
      List<String> more = new ArrayList<>(tags);
      more.add(disclosure.substring(1));
      return new PostWords(topic, title, body, List.copyOf(more), sponsored);
    }
    return new PostWords(topic, title, body + " " + disclosure, tags, sponsored);
  }

  static PostWords of(Person person, boolean fan, World world, long key) {
    Draw draw = Draw.of(key, 0);
    Language language = person.language();
    Phrases phrases = world.phrases(language);
    boolean sponsored = draw.chance(person.habits().sales()) && !fan;
    Niche topic = topic(person, sponsored, world, draw);
    String title = Template.words(draw.pick(phrases.titles()), topic, language, draw);
    StringBuilder body = new StringBuilder();
    for (int i = draw.whole(0, 3); i > 0; i--) {
      body.append(Template.words(draw.pick(phrases.bodies()), topic, language, draw)).append(' ');
    }
    if (sponsored) {
      body.append(ad(phrases, topic, language, world, draw));
    }
    if (draw.chance(0.3)) {
      body.append(draw.pick(world.vocabulary().emoji()));
    }
    List<String> tags = new ArrayList<>();
    for (int i = draw.whole(1, 5); i > 0; i--) {
      String tag = Template.word(topic.words().get(language), draw).replaceAll("[ -]", "");
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return new PostWords(topic, title, body.toString().strip(), List.copyOf(tags), sponsored);
  }

  private static String ad(
      Phrases phrases, Niche topic, Language language, World world, Draw draw) {
    String brand = draw.pick(world.vocabulary().brands());
    String code = "KOL" + draw.whole(10, 99);
    return Template.words(draw.pick(phrases.ads()), topic, language, draw)
        .replace("{brand}", brand)
        .replace("{code}", code);
  }

  private static Niche topic(Person person, boolean sponsored, World world, Draw draw) {
    if (sponsored && draw.chance(0.3)) {
      return draw.pick(world.vocabulary().niches());
    }
    if (draw.chance(person.habits().focus())) {
      return person.niche();
    }
    if (person.stage() == Person.Stage.PUBLIC && draw.chance(0.5)) {
      return world.vocabulary().niche("news-politics");
    }
    return draw.chance(0.6) ? person.side() : draw.pick(world.vocabulary().niches());
  }
}
