package dev.connector.scaffold.render.code;

import java.util.Set;

/** Names of types that mean something without an import, or nothing on some file system. */
public final class JavaLang {

  /** The types of {@code java.lang}, those of Java versions after this one included. */
  private static final Set<String> TYPES =
      Set.of(
          ("AbstractMethodError Appendable ArithmeticException "
                  + "ArrayIndexOutOfBoundsException ArrayStoreException AssertionError AutoCloseable "
                  + "Boolean BootstrapMethodError Byte CharSequence Character Class "
                  + "ClassCastException ClassCircularityError ClassFormatError ClassLoader "
                  + "ClassNotFoundException ClassValue CloneNotSupportedException Cloneable "
                  + "Comparable Compiler Deprecated Double Enum EnumConstantNotPresentException Error "
                  + "Exception ExceptionInInitializerError Float FunctionalInterface IO "
                  + "IllegalAccessError IllegalAccessException IllegalArgumentException "
                  + "IllegalCallerException IllegalMonitorStateException IllegalStateException "
                  + "IllegalThreadStateException IncompatibleClassChangeError "
                  + "IndexOutOfBoundsException InheritableThreadLocal InstantiationError "
                  + "InstantiationException Integer InternalError InterruptedException Iterable "
                  + "LayerInstantiationException LazyConstant LinkageError Long MatchException Math "
                  + "Module ModuleLayer NegativeArraySizeException NoClassDefFoundError "
                  + "NoSuchFieldError NoSuchFieldException NoSuchMethodError NoSuchMethodException "
                  + "NullPointerException Number NumberFormatException Object OutOfMemoryError "
                  + "Override Package Process ProcessBuilder ProcessHandle Readable Record "
                  + "ReflectiveOperationException Runnable Runtime RuntimeException RuntimePermission "
                  + "SafeVarargs ScopedValue SecurityException SecurityManager Short StableValue "
                  + "StackOverflowError StackTraceElement StackWalker StrictMath String StringBuffer "
                  + "StringBuilder StringIndexOutOfBoundsException StringTemplate SuppressWarnings "
                  + "System Thread ThreadDeath ThreadGroup ThreadLocal Throwable "
                  + "TypeNotPresentException UnknownError UnsatisfiedLinkError "
                  + "UnsupportedClassVersionError UnsupportedOperationException VerifyError "
                  + "VirtualMachineError Void WrongThreadException")
              .split(" "));

  /** Names no file may have on Windows, whatever its extension. */
  private static final Set<String> DEVICES =
      Set.of(
          ("Con Prn Aux Nul Com0 Com1 Com2 Com3 Com4 Com5 Com6 Com7 Com8 Com9 "
                  + "Lpt0 Lpt1 Lpt2 Lpt3 Lpt4 Lpt5 Lpt6 Lpt7 Lpt8 Lpt9")
              .split(" "));

  private JavaLang() {}

  /** A scope in which none of them can be taken, nor any of these others. */
  public static NameScope types(Iterable<String> others) {
    java.util.List<String> reserved = new java.util.ArrayList<>(TYPES);
    reserved.addAll(DEVICES);
    others.forEach(reserved::add);
    return new NameScope(reserved);
  }
}
