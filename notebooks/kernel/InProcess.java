package dev.kolrank.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs snippets in the calling thread and keeps what they gave, which JShell has only as text. */
final class InProcess implements ExecutionControlProvider {
  private Object result;
  private Throwable failure;

  @Override
  public String name() {
    return "in-process";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    return new DirectExecutionControl() {
      @Override
      protected String invoke(Method snippet) throws Exception {
        result = null;
        failure = null;
        try {
          result = snippet.invoke(null);
          return "";
        } catch (InvocationTargetException e) {
          failure = e.getCause();
          throw e;
        }
      }
    };
  }

  /** The value of the last snippet. */
  Object result() {
    return result;
  }

  /** What the last snippet threw; null if it ended well. */
  Throwable failure() {
    return failure;
  }
}
