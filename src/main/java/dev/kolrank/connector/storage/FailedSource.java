package dev.kolrank.connector.storage;

/**
 * A source that the storage kept from being taken in.
 *
 * @param source its folder
 * @param path the file or folder that could not be read, relative to the crawl folder
 * @param cause what the storage reported
 */
public record FailedSource(String source, String path, String cause) {}
