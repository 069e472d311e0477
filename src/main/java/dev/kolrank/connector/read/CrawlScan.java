package dev.kolrank.connector.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;

/** Packs small files into tasks of even size, so that a hundred thousand files are a few tasks. */
final class CrawlScan implements Scan, Batch {
  private static final long TASK_BYTES = 32L << 20;

  /** What opening a file costs, in bytes that could be read meanwhile. */
  private static final long OPEN_BYTES = 128L << 10;

  private final CrawlSource.Request request;

  CrawlScan(CrawlSource.Request request) {
    this.request = request;
  }

  /** The files of one task. */
  record Task(List<CrawlFile> files) implements InputPartition {}

  @Override
  public StructType readSchema() {
    return CrawlRow.schema(request.layout().shape());
  }

  @Override
  public String description() {
    return "crawl, %d files".formatted(request.files().size());
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public InputPartition[] planInputPartitions() {
    var tasks = new ArrayList<InputPartition>();
    var files = new ArrayList<CrawlFile>();
    long bytes = 0;
    var sorted = request.files().stream().sorted(Comparator.comparing(CrawlFile::path)).toList();
    for (CrawlFile file : sorted) {
      long cost = file.size() + OPEN_BYTES;
      if (!files.isEmpty() && bytes + cost > TASK_BYTES) {
        tasks.add(new Task(List.copyOf(files)));
        files.clear();
        bytes = 0;
      }
      files.add(file);
      bytes += cost;
    }
    if (!files.isEmpty()) {
      tasks.add(new Task(List.copyOf(files)));
    }
    return tasks.toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    var layout = request.layout();
    var hadoop = request.hadoop();
    var retries = request.retries();
    return partition -> {
      PartitionReader<InternalRow> reader =
          new CrawlReader(((Task) partition).files(), layout, hadoop.value(), retries);
      return reader;
    };
  }
}
