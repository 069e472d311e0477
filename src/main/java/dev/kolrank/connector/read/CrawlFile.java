package dev.kolrank.connector.read;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One file of the landing zone.
 *
 * @param location where it lies, as a URI
 * @param path relative to the crawl folder
 * @param source the source folder
 * @param date the day of the folder
 * @param size bytes as listed
 * @param modifiedMillis modification time as listed
 */
public record CrawlFile(
    String location, String path, String source, LocalDate date, long size, long modifiedMillis)
    implements Serializable {

  /** The file's own name. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
