package dev.kolrank.notebook;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** A Jupyter kernel for Java: every notebook is one JShell in one JVM, beside Spark. */
public final class JavaKernel extends BaseKernel {
  private final Shell shell = new Shell();

  /** Started by Jupyter with the path of its connection file. */
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset(); // the protocol's messages, one per cell and more
    LoggerFactory.getLogger(JavaKernel.class); // logs go to the terminal, not into a cell
    var properties = KernelConnectionProperties.parse(Files.readString(Path.of(args[0])));
    var connection = new JupyterConnection(properties);
    var kernel = new JavaKernel();
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
    System.exit(0); // Spark's threads would keep the JVM
  }

  @Override
  public DisplayData eval(String cell) throws Exception {
    return Display.of(shell.run(cell));
  }

  @Override
  public List<String> formatError(Exception e) {
    return errorStyler.primaryLines(e instanceof CellFailure ? e.getMessage() : e.toString());
  }

  @Override
  public ReplacementOptions complete(String cell, int at) {
    return shell.complete(cell, at);
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("Java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }
}
