package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.Feature.Entity;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.features.Relation;
import java.util.List;

/**
 * The features of accounts, or of KOLs, and where they lie.
 *
 * @param computed the table before anything is withheld
 * @param table the table that others read
 * @param key what a row is of
 * @param relations what holds between its columns
 */
record Published(
    Entity entity,
    Table computed,
    Table table,
    Field key,
    List<Variant> features,
    List<Relation> relations) {

  static Published of(Entity entity) {
    return switch (entity) {
      case ACCOUNT ->
          new Published(
              entity,
              AccountFeature.COMPUTED,
              AccountFeature.TABLE,
              ACCOUNT_UID,
              Features.ofAccounts(),
              Relation.ALL);
      // accounts of which either is unknown may turn a relation round in sums and means
      case KOL ->
          new Published(
              entity, KolFeature.COMPUTED, KolFeature.TABLE, KOL_ID, Features.ofKols(), List.of());
    };
  }

  List<Field> fields() {
    return features.stream().map(Variant::field).toList();
  }

  /** The relations that say something of the column. */
  List<Relation> relationsOf(Variant variant) {
    return relations.stream().filter(r -> r.wordsOf(variant.name()) != null).toList();
  }
}
