package dev.kolrank.connector;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueType;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.connector.read.Layout;
import dev.kolrank.core.Field;
import dev.kolrank.core.Problems;
import dev.kolrank.table.Columns;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a mapping file. Every fault is gathered with its key and remedy; nothing is read from data
 * until the file is whole.
 */
final class ConnectorFile {
  private static final Set<String> KEYS =
      Set.of(
          "platform",
          "describes",
          "counts",
          "split",
          "also",
          "joins",
          "hidden",
          "trailing",
          "separator",
          "quote",
          "header",
          "charsets",
          "repair",
          "zone",
          "types",
          "let",
          "rejects",
          "rules");
  private static final Set<String> RULE_KEYS =
      Set.of("makes", "platform", "file", "columns", "without", "part", "where", "set", "absent");

  private static final Set<String> JOIN_KEYS = Set.of("of", "in");

  /** Under absent: the reason for every column that is not named. */
  static final String ALL_OTHERS = "*";

  private final String name;
  private final Config config;
  private final Problems problems;

  private ConnectorFile(String name, Config config, Problems problems) {
    this.name = name;
    this.config = config;
    this.problems = problems;
  }

  /** The connector declared in {@code config}; null when {@code problems} tells why not. */
  static Connector read(String name, Config config, Problems problems) {
    return new ConnectorFile(name, config, problems).read();
  }

  private Connector read() {
    int before = problems.count();
    refuseUnknown("", config, KEYS);
    boolean whole = true;
    for (String key : List.of("platform", "describes", "rules")) {
      if (!config.hasPath(key)) {
        problem(key, "it is missing", "every mapping file sets it");
        whole = false;
      }
    }
    if (!whole) {
      return null;
    }
    try {
      return build(before);
    } catch (ConfigException e) {
      problem("", e.getMessage(), "see conf/connectors/README.md");
      return null;
    }
  }

  private Connector build(int before) {
    var rules = new ArrayList<Rule>();
    var shapes = new ArrayList<Layout.Shape>();
    for (Config rule : config.getConfigList("rules")) {
      String key = "rules[%d]".formatted(rules.size());
      refuseUnknown(key, rule, RULE_KEYS);
      rules.add(rule(key, rule));
      shapes.add(
          new Layout.Shape(
              text(rule, "file", "*"),
              lower(texts(rule, "columns")),
              lower(texts(rule, "without")),
              text(rule, "part", "")));
    }
    var check = new LayoutCheck(name, problems);
    check.platform("platform", config.getString("platform"));
    check.globs("hidden", texts(config, "hidden"));
    check.globs("trailing", texts(config, "trailing"));
    check.charsets(texts(config, "charsets"));
    check.rules(shapes, texts(config, "split"), texts(config, "also"));
    Map<String, String> rejects = entries(config, "rejects");
    var shape = RecordShape.of(rules, rejects.values(), RecordShape.types(config), name, problems);
    Layout.Tabular tabular = check.tabular(config, RecordShape.kinds(rules));
    ZoneId zone = check.zone(text(config, "zone", "UTC"));
    List<Layout.Join> joins = joins();
    if (problems.count() > before) {
      return null;
    }
    var layout =
        new Layout(
            texts(config, "split"),
            texts(config, "also"),
            joins,
            texts(config, "hidden"),
            texts(config, "trailing"),
            texts(config, "charsets"),
            config.hasPath("repair") && config.getBoolean("repair"),
            shapes,
            shape,
            tabular);
    return new Connector(
        name,
        config.getString("platform"),
        config.getString("describes"),
        text(config, "counts", ""),
        layout,
        zone,
        shape,
        rules,
        rejects);
  }

  private Rule rule(String key, Config rule) {
    Kind kind = kind(key, rule);
    Map<String, String> set = entries(rule, "set");
    Map<String, String> absent = entries(rule, "absent");
    refuseNoColumns(key + ".set.", kind, set.keySet());
    refuseNoColumns(key + ".absent.", kind, absent.keySet());
    for (var field : Canonical.required(kind)) {
      if (!set.containsKey(field.name())) {
        problem(key + ".set", field.name() + " is not set", "an observation needs it");
      }
    }
    for (var field : Canonical.fields(kind)) {
      settle(key, field, set.containsKey(field.name()), absent);
    }
    String platform = text(rule, "platform", config.getString("platform"));
    if (rule.hasPath("platform")) {
      new LayoutCheck(name, problems).platform(key + ".platform", platform);
    }
    return new Rule(kind, platform, text(rule, "where", ""), set, absent);
  }

  private void refuseNoColumns(String under, Kind kind, Set<String> columns) {
    for (String column : columns) {
      if (!column.equals(ALL_OTHERS) && Canonical.field(kind, column).isEmpty()) {
        problem(under + column, "no such column", "see the columns of the table's page");
      }
    }
  }

  /** A column is set, or absent for a reason; the time of observation has a default. */
  private void settle(String key, Field field, boolean set, Map<String, String> absent) {
    boolean named = absent.containsKey(field.name());
    boolean excused = absent.containsKey(ALL_OTHERS) || field.equals(Columns.OBSERVED_AT);
    if (set && named) {
      problem(key, field.name() + " is both set and absent", "leave one of them out");
    } else if (!set && !named && !excused) {
      problem(
          key,
          field.name() + " is neither set nor absent",
          "set it, or say under absent why the source cannot give it");
    }
  }

  private Kind kind(String key, Config rule) {
    String makes = text(rule, "makes", "");
    try {
      return Kind.valueOf(makes.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problem(key + ".makes", "'" + makes + "'", "it is account, post or comment");
      return Kind.ACCOUNT;
    }
  }

  private List<Layout.Join> joins() {
    var out = new ArrayList<Layout.Join>();
    if (config.hasPath("joins")) {
      Config joins = config.getConfig("joins");
      for (String field : joins.root().keySet().stream().sorted().toList()) {
        Config join = joins.getConfig(field);
        refuseUnknown("joins." + field, join, JOIN_KEYS);
        out.add(new Layout.Join(field, join.getString("of"), join.getStringList("in")));
      }
    }
    return out;
  }

  private static Map<String, String> entries(Config config, String key) {
    var out = new TreeMap<String, String>();
    if (config.hasPath(key)) {
      config
          .getObject(key)
          .forEach(
              (k, v) ->
                  out.put(
                      k, v.valueType() == ConfigValueType.NULL ? "" : v.unwrapped().toString()));
    }
    return out;
  }

  private static String text(Config config, String key, String otherwise) {
    return config.hasPath(key) ? config.getString(key) : otherwise;
  }

  private static List<String> lower(List<String> texts) {
    return texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> texts(Config config, String key) {
    return config.hasPath(key) ? config.getStringList(key) : List.of();
  }

  private void refuseUnknown(String under, Config part, Set<String> known) {
    for (String key : part.root().keySet()) {
      if (!known.contains(key)) {
        String path = under.isEmpty() ? key : under + "." + key;
        problem(
            path,
            "no such key",
            "the keys are " + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }

  private void problem(String key, String fault, String remedy) {
    problems.add("connector " + name + (key.isEmpty() ? "" : ", " + key), fault, remedy);
  }
}
