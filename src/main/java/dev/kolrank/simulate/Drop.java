package dev.kolrank.simulate;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * One crawler's part of one crawl drop.
 *
 * @param folder where its files go
 * @param number from 0
 * @param last whether it is the last of several
 * @param truth where to note what the files say
 */
record Drop(Path folder, LocalDate day, int number, boolean last, ObservationTruth truth) {

  JsonFile json(String name, JsonFile.Layout layout) {
    return new JsonFile(folder.resolve(name), layout, truth);
  }

  /** Records as JSON objects. */
  RecordFile records(String name, JsonFile.Layout layout) {
    return new JsonRecords(json(name, layout));
  }

  /** Records as lines of a table; its header are the fields of the first one. */
  RecordFile table(String name, TableStyle style) {
    return new TableRecords(folder.resolve(name), style, truth);
  }

  /** A table in another encoding than UTF-8. */
  RecordFile table(String name, Charset charset) {
    return table(name, TableStyle.PLAIN.in(charset));
  }
}
