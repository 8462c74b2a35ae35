package dev.connector.scaffold.render.model;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.runtime.canonical.CanonicalForm;
import dev.connector.runtime.canonical.Conversion;
import dev.connector.scaffold.render.code.Expression;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes how records become records of a shared type. */
final class CanonicalWriter {

  private CanonicalWriter() {}

  /** Empty for a type that nobody knows. */
  static Optional<Expression> form(CanonicalMapping mapping) {
    CanonicalForm form;
    try {
      form = CanonicalType.of(mapping.type()).form(mapping);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
    Expression written = Expression.call("CanonicalForm.of", Expression.text(form.type()));
    for (Map.Entry<JsonPointer, CanonicalForm.Field> field : form.fields().entrySet()) {
      written = field(written, field.getKey(), field.getValue());
    }
    for (JsonPointer place :
        form.vital().stream()
            .sorted(java.util.Comparator.comparing(JsonPointer::toString))
            .toList()) {
      written = written.then("vital", ListingWriter.pointer(place));
    }
    return Optional.of(written);
  }

  private static Expression field(Expression form, JsonPointer place, CanonicalForm.Field field) {
    Expression to = ListingWriter.pointer(place);
    if (field instanceof CanonicalForm.Constant constant) {
      return constant.value().isTextual()
          ? form.then("constant", to, Expression.text(constant.value().textValue()))
          : form.then("constant", to, Json.tree(constant.value()));
    }
    CanonicalForm.Taken taken = (CanonicalForm.Taken) field;
    Expression from = ListingWriter.pointer(taken.from());
    Conversion as = taken.as();
    if (as instanceof Conversion.Decimal decimal && decimal.decimals() > 0) {
      return form.then("decimal", to, from, Expression.number(decimal.decimals()));
    }
    if (as instanceof Conversion.Words words && words.then() instanceof Conversion.Text) {
      return form.then("word", to, from, words(words.meanings()));
    }
    if (as instanceof Conversion.Words words && words.then() instanceof Conversion.Flag) {
      return form.then("flag", to, from, words(words.meanings()));
    }
    String plain = plain(as);
    return plain.isEmpty()
        ? form.then("take", to, from, conversion(as))
        : form.then(plain, to, from);
  }

  /** The method that says it in a word. */
  private static String plain(Conversion as) {
    if (as instanceof Conversion.Text) {
      return "text";
    }
    if (as instanceof Conversion.Decimal) {
      return "decimal";
    }
    if (as instanceof Conversion.Whole) {
      return "integer";
    }
    if (as instanceof Conversion.Timestamp) {
      return "timestamp";
    }
    if (as instanceof Conversion.Day) {
      return "date";
    }
    return as instanceof Conversion.AsItIs ? "asItIs" : "";
  }

  private static Expression conversion(Conversion as) {
    if (as instanceof Conversion.Epoch epoch) {
      return Expression.call("new Conversion.Epoch", Expression.number(epoch.decimals()));
    }
    if (as instanceof Conversion.Decimal decimal) {
      return Expression.call("new Conversion.Decimal", Expression.number(decimal.decimals()));
    }
    if (as instanceof Conversion.Words words) {
      return Expression.call(
          "new Conversion.Words", words(words.meanings()), conversion(words.then()));
    }
    if (as instanceof Conversion.Several several) {
      Expression separator =
          several
              .separator()
              .map(it -> Expression.call("Optional.of", Expression.text(it)))
              .orElse(Expression.call("Optional.empty"));
      return Expression.call("new Conversion.Several", separator, conversion(several.each()));
    }
    return Expression.call("new Conversion." + as.getClass().getSimpleName());
  }

  private static Expression words(Map<String, String> meanings) {
    List<Expression> pairs = new ArrayList<>();
    meanings.forEach(
        (word, meaning) ->
            pairs.add(
                Expression.call("Map.entry", Expression.text(word), Expression.text(meaning))));
    return Expression.call("Map.ofEntries", pairs);
  }
}
