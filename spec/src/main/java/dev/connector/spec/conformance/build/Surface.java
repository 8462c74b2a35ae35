package dev.connector.spec.conformance.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The public methods of a connector's public classes. */
public record Surface(List<Method> methods) {

  /**
   * A public method.
   *
   * @param type the simple name of its class
   * @param documented whether a comment says what it does
   * @param records the connector's own public records that its result is, has, or leads to
   */
  public record Method(String type, String name, boolean documented, Set<String> records) {
    public Method {
      records = Set.copyOf(records);
    }
  }

  public Surface {
    methods = List.copyOf(methods);
  }

  /** The methods of this name, those that lead to records first. */
  List<Method> named(String name) {
    return methods.stream()
        .filter(it -> it.name().equals(name))
        .sorted((one, other) -> other.records().size() - one.records().size())
        .toList();
  }

  /** Reads the surface while the compiler has the classes before it. */
  static final class Reader extends AbstractProcessor {

    private final List<Method> methods = new ArrayList<>();
    private Set<? extends Element> own = Set.of();

    Surface surface() {
      return new Surface(methods);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!round.processingOver()) {
        own = round.getRootElements();
        for (TypeElement type : ElementFilter.typesIn(own)) {
          publicMethods(type).forEach(method -> methods.add(method(type, method)));
        }
      }
      return false;
    }

    private Method method(TypeElement type, ExecutableElement method) {
      String comment = processingEnv.getElementUtils().getDocComment(method);
      Set<String> records = new LinkedHashSet<>();
      reach(method.getReturnType(), new LinkedHashSet<>(), records);
      return new Method(
          type.getSimpleName().toString(),
          method.getSimpleName().toString(),
          comment != null && !comment.isBlank(),
          records);
    }

    private List<ExecutableElement> publicMethods(TypeElement type) {
      return !isPublic(type)
          ? List.of()
          : ElementFilter.methodsIn(type.getEnclosedElements()).stream()
              .filter(Reader::isPublic)
              .toList();
    }

    private static boolean isPublic(Element element) {
      return element.getModifiers().contains(Modifier.PUBLIC);
    }

    private void reach(TypeMirror mirror, Set<String> been, Set<String> records) {
      if (!(mirror instanceof DeclaredType type) || !been.add(mirror.toString())) {
        return;
      }
      type.getTypeArguments().forEach(argument -> reach(argument, been, records));
      TypeElement element = (TypeElement) type.asElement();
      if (!own.contains(element) || !isPublic(element)) {
        return;
      }
      if (element.getKind() == ElementKind.RECORD) {
        records.add(element.getSimpleName().toString());
        return;
      }
      for (ExecutableElement method : publicMethods(element)) {
        ExecutableType seen =
            (ExecutableType) processingEnv.getTypeUtils().asMemberOf(type, method);
        reach(seen.getReturnType(), been, records);
      }
    }
  }
}
