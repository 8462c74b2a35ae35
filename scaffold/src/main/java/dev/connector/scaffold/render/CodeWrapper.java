package dev.connector.scaffold.render;

import dev.connector.scaffold.render.code.Code;
import freemarker.ext.beans.ZeroArgumentNonVoidMethodPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/** Lets templates see code as code; everything else as FreeMarker always does. */
final class CodeWrapper extends DefaultObjectWrapper {

  CodeWrapper() {
    super(Configuration.VERSION_2_3_34);
    // FreeMarker knows records by a class that lies where programs in one jar do not look.
    setRecordZeroArgumentNonVoidMethodPolicy(ZeroArgumentNonVoidMethodPolicy.METHOD_ONLY);
  }

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    return value instanceof Code code
        ? JavaOutputFormat.INSTANCE.fromMarkup(code.text())
        : super.wrap(value);
  }
}
