package dev.kolrank.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a record for each profile, post or comment that a visit shows, each kind in its file. */
final class RecordsWriter implements SourceWriter {
  private final List<Part> parts = new ArrayList<>();

  RecordsWriter profiles(RecordFile file, ProfileForm form) {
    parts.add(
        new Part(
            file,
            visit -> {
              file.write(form.of(visit));
              return 1;
            }));
    return this;
  }

  RecordsWriter posts(RecordFile file, PostForm form) {
    parts.add(
        new Part(
            file,
            visit -> {
              for (SeenPost post : visit.posts()) {
                file.write(form.of(visit, post));
              }
              return visit.posts().size();
            }));
    return this;
  }

  @Override
  public long write(Visit visit) throws IOException {
    long written = 0;
    for (Part part : parts) {
      written += part.pass().write(visit);
    }
    return written;
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.file().close();
    }
  }

  /** How a format spells a profile. */
  interface ProfileForm {
    Entry of(Visit visit);
  }

  /** How a format spells a post. */
  interface PostForm {
    Entry of(Visit visit, SeenPost post);
  }

  /** What goes into one file. */
  private record Part(RecordFile file, Pass pass) {}

  /** One walk over what a visit shows. */
  private interface Pass {
    long write(Visit visit) throws IOException;
  }
}
