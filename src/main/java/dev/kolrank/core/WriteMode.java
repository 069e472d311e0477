package dev.kolrank.core;

/** How a step's rows become the table's next version; each is one commit. */
public enum WriteMode {
  /** Not stored: the rows live for the night and feed other steps. */
  TRANSIENT,
  /**
   * The rows of one ingest batch are appended; writing the batch again replaces it. Rows of files
   * that come again are replaced too.
   */
  REPLACE_BATCH,
  /** Rows replace those of the same key; other keys stay, unless the step takes them away. */
  UPSERT,
  /** The rows of one night (or validity date) are replaced; other nights stay. */
  REPLACE_NIGHT,
  /** The whole table is replaced. */
  REPLACE_ALL,
  /** Rows are added and never changed: the record of operation. */
  APPEND
}
