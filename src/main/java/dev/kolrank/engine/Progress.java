package dev.kolrank.engine;

/** Told as the night goes on; implementations show it. */
public interface Progress {
  /** A step begins: {@code number} of {@code total}. */
  void started(String step, int number, int total);

  /** A step's rows are computed and audited, and written unless they wait for the publication. */
  void finished(String step, long rows, double seconds);

  /** Reports an ephemeral step, whose rows exist during the run alone. */
  default void computed(String step, double seconds) {}

  /** A step has nothing new to do. */
  void skipped(String step);

  /** The same for a run of some steps among {@code of}, after {@code before} of them. */
  default Progress part(int before, int of) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void started(String step, int number, int total) {
        whole.started(step, before + number, of);
      }

      @Override
      public void finished(String step, long rows, double seconds) {
        whole.finished(step, rows, seconds);
      }

      @Override
      public void computed(String step, double seconds) {
        whole.computed(step, seconds);
      }

      @Override
      public void skipped(String step) {
        whole.skipped(step);
      }
    };
  }

  /** Says nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void started(String step, int number, int total) {}

        @Override
        public void finished(String step, long rows, double seconds) {}

        @Override
        public void skipped(String step) {}
      };
}
