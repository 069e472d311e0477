package dev.kolrank.connector;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** What lies in a crawl folder; paths are relative to it. */
interface CrawlFolder {
  /** What an item is; a link that leads to a file inside the crawl folder is that file. */
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /**
   * One thing in a folder.
   *
   * @param path relative to the crawl folder
   * @param location as a URI
   * @param size bytes of a file
   * @param modified its modification time, in milliseconds
   */
  record Item(Kind kind, String path, String location, long size, long modified) {}

  /** What lies directly in a folder, by name. */
  List<Item> items(String folder) throws IOException;

  /** What lies in a folder; what lies deeper may be given too, then without the folders between. */
  default List<Item> itemsBelow(String folder) throws IOException {
    return items(folder);
  }

  /** A folder on this machine, or elsewhere. */
  static CrawlFolder of(FileSystem fileSystem, org.apache.hadoop.fs.Path root) throws IOException {
    return "file".equals(fileSystem.getUri().getScheme())
        ? new LocalFolder(Path.of(root.toUri().getPath()).toRealPath())
        : new Remote(fileSystem, root);
  }

  /** A folder of another file system, which has no links. */
  record Remote(FileSystem fileSystem, org.apache.hadoop.fs.Path root) implements CrawlFolder {
    @Override
    public List<Item> items(String folder) throws IOException {
      var items = new ArrayList<Item>();
      for (FileStatus found : fileSystem.listStatus(at(folder))) {
        items.add(item(found));
      }
      items.sort(Comparator.comparing(Item::path));
      return items;
    }

    /** In one request per thousand files, where an object store is asked. */
    @Override
    public List<Item> itemsBelow(String folder) throws IOException {
      var items = new ArrayList<Item>();
      var found = fileSystem.listFiles(at(folder), true);
      while (found.hasNext()) {
        items.add(item(found.next()));
      }
      return items;
    }

    private org.apache.hadoop.fs.Path at(String folder) {
      return folder.isEmpty() ? root : new org.apache.hadoop.fs.Path(root, folder);
    }

    private Item item(FileStatus found) {
      URI uri = found.getPath().toUri();
      return new Item(
          found.isDirectory() ? Kind.FOLDER : Kind.FILE,
          root.toUri().relativize(uri).getPath(),
          found.getPath().toString(),
          found.getLen(),
          found.getModificationTime());
    }
  }
}
