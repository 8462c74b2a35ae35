package dev.connector.cli.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How a server writes an answer in one format. */
interface ServedFormat {

  int PIECE = 20;

  ObjectNode whole(Asked asked, Answer answer);

  /** A stream of server-sent events. */
  String events(Asked asked, Answer answer);

  /** A call as both formats send it: the arguments are text, whether JSON or not. */
  record Call(String id, String tool, String arguments) {}

  static List<Call> calls(Asked asked, Answer answer) {
    List<Call> calls = new ArrayList<>();
    for (Part part : answer.parts()) {
      String id = "call_" + asked.number() + "_" + calls.size();
      if (part instanceof Part.Call call) {
        calls.add(new Call(id, call.tool(), call.arguments().toString()));
      } else if (part instanceof Part.MalformedCall call) {
        calls.add(new Call(id, call.tool(), call.written()));
      }
    }
    return calls;
  }

  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += PIECE) {
      pieces.add(text.substring(from, Math.min(text.length(), from + PIECE)));
    }
    return pieces;
  }
}
