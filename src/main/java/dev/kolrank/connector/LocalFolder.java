package dev.kolrank.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A crawl folder on this machine. A link is followed to a file inside the folder alone.
 *
 * @param root the folder, without links in its path
 */
record LocalFolder(Path root) implements CrawlFolder {

  @Override
  public List<Item> items(String folder) throws IOException {
    var items = new ArrayList<Item>();
    try (var found = Files.list(root.resolve(folder))) {
      for (Path path : found.sorted().toList()) {
        items.add(item(path));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return items;
  }

  /**
   * What lies at a path; a link to nothing, or what has just been removed, counts as a link.
   *
   * @throws IOException when the storage does not say what it is
   */
  private Item item(Path path) throws IOException {
    try {
      var found = attributes(path, LinkOption.NOFOLLOW_LINKS);
      return found.isSymbolicLink() ? link(path) : item(path, kind(found), found);
    } catch (NoSuchFileException e) {
      return new Item(Kind.LINK, relative(path), "", 0, 0);
    }
  }

  /** A link; one that leads nowhere, in a circle, or to where nobody may look is a link. */
  private Item link(Path path) {
    try {
      boolean inside = path.toRealPath().startsWith(root);
      var target = attributes(path);
      Kind kind = inside && target.isRegularFile() ? Kind.FILE : Kind.LINK;
      return item(path, kind, target);
    } catch (IOException e) {
      return new Item(Kind.LINK, relative(path), "", 0, 0);
    }
  }

  private static BasicFileAttributes attributes(Path path, LinkOption... options)
      throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, options);
  }

  private static Kind kind(BasicFileAttributes found) {
    if (found.isDirectory()) {
      return Kind.FOLDER;
    }
    return found.isRegularFile() ? Kind.FILE : Kind.OTHER;
  }

  private Item item(Path path, Kind kind, BasicFileAttributes found) {
    long modified = found.lastModifiedTime().toMillis();
    return new Item(kind, relative(path), "file:" + path, found.size(), modified);
  }

  private String relative(Path path) {
    return root.relativize(path).toString();
  }
}
