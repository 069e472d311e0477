package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Entry.object;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A project that tracks creators on YouTube and Twitch: a line for each person. */
final class VTuberWriter implements SourceWriter {
  private final RecordFile file;
  private final Map<Site, Visit> person = new EnumMap<>(Site.class);

  VTuberWriter(Drop drop) {
    file = drop.records("vtubers.jsonl", JsonFile.Layout.LINES);
  }

  @Override
  public long write(Visit visit) throws IOException {
    if (visit.account().fan()) {
      return 0;
    }
    boolean other =
        person.values().stream().anyMatch(seen -> seen.person().index() != visit.person().index());
    if (other) {
      flush();
    }
    person.putIfAbsent(visit.account().site(), visit);
    return 1;
  }

  private void flush() throws IOException {
    Visit one = person.values().iterator().next();
    String nationality = nationality(one.person().language());
    Entry line = new Entry();
    Map<String, Object> tracked =
        object(
            "id",
            Ids.wide(one.person().key()) + Ids.wide(one.person().key() + 1),
            "activity",
            "active",
            "name",
            one.person().name().shown(),
            "imgUrl",
            "https://img.example/" + one.person().id() + ".jpg");
    if (person.containsKey(Site.YOUTUBE)) {
      tracked.put("YouTube", youTube(person.get(Site.YOUTUBE), line, nationality));
    }
    if (person.containsKey(Site.TWITCH)) {
      tracked.put("Twitch", twitch(person.get(Site.TWITCH), line, nationality));
    }
    tracked.put("nationality", nationality);
    file.write(line.put("VTuber", tracked));
    person.clear();
  }

  private static Object youTube(Visit visit, Entry line, String nationality) {
    Observed seen = observed(visit, line, nationality);
    boolean hidden = visit.fixed(7, 0, 6) == 0;
    Object subscribers = object("tag", "hidden");
    seen.with(FOLLOWERS, null);
    if (!hidden) {
      String count = seen.count(FOLLOWERS, Counts.threeDigits(visit.followers()));
      subscribers = object("tag", "has", "count", Long.valueOf(count));
    }
    String id = seen.text(ACCOUNT_ID, visit.account().id());
    return object("id", id, "subscriber", subscribers);
  }

  private static Object twitch(Visit visit, Entry line, String nationality) {
    Observed seen = observed(visit, line, nationality);
    String login = visit.account().handle();
    seen.text(ACCOUNT_ID, Captions.byHandle(login));
    seen.text(HANDLE, login.toLowerCase(Locale.ROOT));
    long followers = seen.count(FOLLOWERS, visit.followers());
    return object("id", login, "follower", object("tag", "has", "count", followers));
  }

  private static Observed observed(Visit visit, Entry line, String nationality) {
    Observed seen = line.account(visit.account().site());
    seen.text(NAME, visit.person().name().shown());
    seen.text(REGION, nationality);
    return seen;
  }

  private static String nationality(Language language) {
    return switch (language) {
      case ZH -> "TW";
      case EN -> "US";
      case JA -> "JP";
      case KO -> "KR";
      case ES -> "ES";
    };
  }

  @Override
  public void close() throws IOException {
    if (!person.isEmpty()) {
      flush();
    }
    file.close();
  }
}
