package dev.kolrank.connector.storage;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * The files of this machine as {@code faulty:/path}, of which some calls fail. Reads give few bytes
 * at a time, so that every file takes several.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {
  /** The kinds of calls. */
  public enum Call {
    OPEN,
    READ,
    LIST,
    STATUS
  }

  /** How a call fails. */
  public interface Failure {
    void fail() throws IOException;
  }

  private static volatile Call failing;
  private static volatile int first;
  private static volatile int last;
  private static volatile String within = "";
  private static volatile Failure failure;
  private static volatile int chunk = 64;
  private static final AtomicInteger CALLS = new AtomicInteger();

  /** Makes the calls from the first to the last of a kind fail, counted from 1. */
  public static void fail(Call call, int from, int to) {
    fail(
        call,
        from,
        to,
        () -> {
          throw new IOException("the disk is on fire");
        });
  }

  /** Makes these calls fail in a way. */
  public static void fail(Call call, int from, int to, Failure how) {
    mend();
    first = from;
    last = to;
    failure = how;
    failing = call;
  }

  /** Makes every call of a kind fail for paths that contain a text. */
  public static void failWithin(Call call, String part) {
    fail(call, 1, Integer.MAX_VALUE);
    within = part;
  }

  /** Makes every call of a kind fail in a way for paths that contain a text. */
  public static void failWithin(Call call, String part, Failure how) {
    fail(call, 1, Integer.MAX_VALUE, how);
    within = part;
  }

  /** From here on nothing fails. */
  public static void mend() {
    failing = null;
    within = "";
    CALLS.set(0);
  }

  /** Whether a call has failed since the failure was set. */
  public static boolean hasFailed() {
    return CALLS.get() >= first;
  }

  /** How many bytes a read gives at most. */
  public static void chunk(int bytes) {
    chunk = bytes;
  }

  /** Settings under which {@code faulty:} is known. */
  public static Configuration configured(Configuration hadoop) {
    hadoop.set("fs.faulty.impl", FaultyFileSystem.class.getName());
    return hadoop;
  }

  private static void count(Call call, Path path) throws IOException {
    if (call == failing && path.toString().contains(within)) {
      int number = CALLS.incrementAndGet();
      if (number >= first && number <= last) {
        failure.fail();
      }
    }
  }

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    count(Call.STATUS, path);
    return plain(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    count(Call.LIST, path);
    return Arrays.stream(super.listStatus(path))
        .map(FaultyFileSystem::plain)
        .toArray(FileStatus[]::new);
  }

  /** Without the permissions, which are looked up for paths of {@code file:} alone. */
  private static FileStatus plain(FileStatus found) {
    return new FileStatus(
        found.getLen(), found.isDirectory(), 1, 1, found.getModificationTime(), found.getPath());
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    count(Call.OPEN, path);
    return new FSDataInputStream(new Faulty(super.open(path, buffer), path));
  }

  /** A stream of which reads fail. */
  private static final class Faulty extends FSInputStream {
    private final FSDataInputStream in;
    private final Path path;

    Faulty(FSDataInputStream in, Path path) {
      this.in = in;
      this.path = path;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      count(Call.READ, path);
      return in.read(into, from, Math.min(length, chunk));
    }

    @Override
    public void seek(long at) throws IOException {
      in.seek(at);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long at) throws IOException {
      return in.seekToNewSource(at);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
