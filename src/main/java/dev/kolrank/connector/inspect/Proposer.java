package dev.kolrank.connector.inspect;

import dev.kolrank.connector.Canonical;
import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.core.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes which field of a sample holds which column. A field must pass the test of its values;
 * among those that do, names decide.
 *
 * @param fields the sample's fields
 * @param isTable whether they are columns of a table
 */
record Proposer(Collection<FieldSample> fields, boolean isTable, ValueTests tests) {
  private static final Synonyms SYNONYMS = new Synonyms();

  /** A guess below is none. */
  private static final double LEAST = 0.45;

  private static final int ALTERNATIVES = 3;

  /** So many different values are no accident. */
  private static final int LEAST_UNIQUE = 10;

  /** Columns of a post that no profile has. */
  private static final List<String> OF_POSTS =
      List.of(
          "published_at", "views", "likes", "comments", "shares", "text", "duration_s", "title");

  /** Columns of an account that no post has. */
  private static final List<String> OF_ACCOUNTS = List.of("followers", "following", "bio", "posts");

  /** How much a name or a profile's address counts where an id is wanted. */
  private static final double NAME_ALONE = 0.8;

  /** How much a field counts that belongs to the author where the column does not, or otherwise. */
  private static final double OUT_OF_PLACE = 0.55;

  static Proposer of(Collection<FieldSample> fields, boolean isTable, Instant seen) {
    return new Proposer(fields, isTable, new ValueTests(seen));
  }

  /** The kinds that the records give: comments alone, or posts and their accounts. */
  List<Proposal> proposals(String fileName) {
    Proposal comment = proposal(Kind.COMMENT);
    Proposal post = proposal(Kind.POST);
    Proposal account = proposal(Kind.ACCOUNT);
    if (areComments(fileName, comment, post)) {
      return List.of(comment);
    }
    boolean posts = post.gives("post_id") && post.given(OF_POSTS) >= 2 && !isProfile(post, account);
    if (posts) {
      account = ofAccountsAlone(post, withoutPosts(post, account));
    }
    boolean accounts =
        account.gives("account_id")
            && (account.given(OF_ACCOUNTS) > 0 || account.gives("name") || account.gives("handle"));
    var kinds = new ArrayList<Proposal>();
    if (posts) {
      kinds.add(withoutPosts(post, post));
    }
    if (accounts || !posts) {
      kinds.add(account);
    }
    return kinds;
  }

  /** What differs from record to record is the post's id and no account's. */
  private Proposal withoutPosts(Proposal post, Proposal proposal) {
    Optional<Guess> id = column(Kind.POST, "post_id").flatMap(post::best);
    boolean unique =
        id.isPresent()
            && id.get().field().distinctShare() > 0.95
            && id.get().field().values().size() >= LEAST_UNIQUE;
    if (!unique) {
      return proposal;
    }
    var guesses = new LinkedHashMap<>(proposal.guesses());
    guesses.replaceAll(
        (column, list) ->
            column.name().equals("account_id")
                ? list.stream().filter(g -> !g.field().equals(id.get().field())).toList()
                : list);
    return new Proposal(proposal.kind(), guesses);
  }

  /** A field that surely is the post's own, as its address and its counts, is no account's. */
  private static Proposal ofAccountsAlone(Proposal post, Proposal account) {
    boolean namesAuthor =
        account.guesses().entrySet().stream()
            .flatMap(e -> e.getValue().stream().limit(1))
            .filter(g -> !isKeyOfAccount(g.column()) || isHandleAlone(g, account))
            .anyMatch(g -> Synonyms.isOfPerson(g.field()));
    if (!namesAuthor) {
      return account;
    }
    Set<String> ofPosts =
        post.kind().columns().stream()
            .filter(c -> !isKeyOfAccount(c))
            .flatMap(c -> post.best(c).stream())
            .map(g -> g.field().name())
            .collect(Collectors.toSet());
    var guesses = new LinkedHashMap<>(account.guesses());
    guesses.replaceAll(
        (column, list) ->
            list.stream()
                .filter(
                    g ->
                        isKeyOfAccount(column)
                            || Synonyms.isOfPerson(g.field())
                            || !ofPosts.contains(g.field().name()))
                .toList());
    return new Proposal(account.kind(), guesses);
  }

  /** Whether the guess is the handle of an account that has no field of a profile. */
  private static boolean isHandleAlone(Guess guess, Proposal account) {
    return guess.column().name().equals("handle") && account.given(OF_ACCOUNTS) == 0;
  }

  private static boolean areComments(String fileName, Proposal comment, Proposal post) {
    boolean named = fileName.toLowerCase(java.util.Locale.ROOT).contains("comment");
    boolean whole = comment.gives("comment_id") && comment.gives("text");
    boolean repliesTo = surely(comment, "post_id") && !surely(post, "post_id");
    boolean ownId = surely(comment, "comment_id");
    return whole
        && (named || (ownId && comment.gives("post_id")) || (repliesTo && !post.gives("views")));
  }

  private static boolean surely(Proposal proposal, String column) {
    return proposal.guesses().entrySet().stream()
        .filter(e -> e.getKey().name().equals(column))
        .flatMap(e -> e.getValue().stream().limit(1))
        .anyMatch(g -> g.confidence() >= 0.95 && !g.field().lastName().matches("(?i)_?id(_str)?"));
  }

  /** Records with a profile's numbers and no post's own. */
  private static boolean isProfile(Proposal post, Proposal account) {
    boolean dated = post.gives("published_at") && (post.gives("comments") || post.gives("views"));
    return account.given(OF_ACCOUNTS) >= 2 && !dated;
  }

  /** What may hold each column of a kind. */
  Proposal proposal(Kind kind) {
    var guesses = new LinkedHashMap<Field, List<Guess>>();
    for (Field column : kind.columns()) {
      guesses.put(column, guesses(kind, column));
    }
    Map<Field, List<Guess>> settled = settled(guesses);
    hashtags(kind, settled);
    return new Proposal(kind, settled);
  }

  /** Tags that no field holds stand in the text, or else in the title. */
  private static void hashtags(Kind kind, Map<Field, List<Guess>> settled) {
    Optional<Field> tags = column(kind, "tags");
    if (tags.isPresent() && settled.get(tags.get()).isEmpty()) {
      Stream.of("text", "title")
          .flatMap(name -> column(kind, name).stream())
          .flatMap(c -> settled.get(c).stream().limit(1))
          .findFirst()
          .ifPresent(
              g -> settled.put(tags.get(), List.of(new Guess(tags.get(), g.field(), LEAST))));
    }
  }

  private static Optional<Field> column(Kind kind, String name) {
    return kind.columns().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  private List<Guess> guesses(Kind kind, Field column) {
    return fields.stream()
        .map(f -> new Guess(column, f, score(kind, column, f)))
        .filter(g -> g.confidence() >= LEAST)
        .sorted(
            Comparator.comparingDouble((Guess g) -> -g.confidence())
                .thenComparingInt(g -> g.field().path().size())
                .thenComparing(g -> g.field().name()))
        .toList();
  }

  private double score(Kind kind, Field column, FieldSample field) {
    double named = SYNONYMS.score(kind, column, field);
    Reading reading = Canonical.reading(column);
    if (named == 0) {
      return 0;
    }
    boolean isName = column.name().equals("name") || column.name().equals("handle");
    if (isName && ValueTests.areNumbers(field)) {
      return 0;
    }
    boolean url = ValueTests.areUrls(field);
    boolean ofAccount = isKeyOfAccount(column);
    if (!tests.fits(field, reading)) {
      // an account may be known by its name alone
      named = ofAccount && reading == Reading.ID ? NAME_ALONE * named : 0;
    }
    boolean wantsUrl = column.name().equals("url") || column.name().equals("link");
    boolean mayBeUrl = wantsUrl || ofAccount;
    if ((wantsUrl && !url)
        || (!mayBeUrl && url && reading != Reading.ID && reading != Reading.LIST)) {
      return 0;
    }
    named *= ofAccount && url ? NAME_ALONE : 1;
    // a database numbers its own rows by it
    named *= field.name().equals("_id") ? OUT_OF_PLACE : 1;
    if (reading == Reading.COUNT && ValueTests.areEpochs(field) && named < 1) {
      return 0;
    }
    double placed = named * (inPlace(kind, column, field) ? 1 : OUT_OF_PLACE);
    double told = 0.9 + 0.1 * (1 - field.nullShare());
    boolean repeats = column.name().equals("post_id") || column.name().equals("comment_id");
    boolean unique = !repeats || kind == Kind.COMMENT || field.distinctShare() > 0.5;
    return placed * told * (unique ? 1 : 0.5);
  }

  private static boolean isKeyOfAccount(Field column) {
    return switch (column.name()) {
      case "account_id", "handle", "author_id" -> true;
      default -> false;
    };
  }

  /** Whether the field belongs to whom or what the column describes. */
  private static boolean inPlace(Kind kind, Field column, FieldSample field) {
    boolean ofPerson = Synonyms.isOfPerson(field);
    boolean describesPerson =
        kind == Kind.ACCOUNT
            || column.name().equals("account_id")
            || column.name().equals("author_id");
    return describesPerson || !ofPerson;
  }

  /** No field holds two columns of a kind, but ids, handles and names. */
  private static Map<Field, List<Guess>> settled(Map<Field, List<Guess>> guesses) {
    var all =
        guesses.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingDouble((Guess g) -> -g.confidence()))
            .toList();
    var owner = new LinkedHashMap<String, Field>();
    for (Guess guess : all) {
      boolean taken =
          guesses.get(guess.column()).stream()
              .anyMatch(g -> guess.column().equals(owner.get(g.field().name())));
      if (!taken) {
        owner.putIfAbsent(guess.field().name(), guess.column());
      }
    }
    var settled = new LinkedHashMap<Field, List<Guess>>();
    guesses.forEach(
        (column, list) ->
            settled.put(
                column,
                list.stream()
                    .filter(g -> isShared(column) || column.equals(owner.get(g.field().name())))
                    .limit(ALTERNATIVES)
                    .toList()));
    return settled;
  }

  private static boolean isShared(Field column) {
    return switch (column.name()) {
      case "account_id", "handle", "name", "post_id", "url", "author_id" -> true;
      default -> false;
    };
  }
}
