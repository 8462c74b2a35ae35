/**
 * What makes a connector that speaks the process protocol out of a typed client: resources and
 * operations by name, records with their schema, counts and checkpoints. The engine that runs
 * definitions hands records over in the same way.
 *
 * <p>A resource that is read for each record of another names its {@link
 * dev.connector.runtime.adapter.Parent}, which binds arguments of its operations; a read takes them
 * from the parent, a call by itself is given them. Each parent's children have a state of their
 * own.
 *
 * <pre>{@code
 * Resource.<Forge>of("comments", "comment.json", "/id")
 *     .parent(Parent.of("issues").bind("issueId", "/id").copy("/number", "/issueNumber"))
 *     .operation("list", List.of(Argument.required("issueId")), (api, with) -> api.comments().listRequest(with.text("issueId")))
 *     .reads("list", (api, with) -> api.comments().reading(with.text("issueId")));
 * }</pre>
 *
 * <p>What a {@link dev.connector.runtime.adapter.Reading} needs to know besides its list: {@code
 * .deletes(Deletes.flagged("/archived"))} where a record says of itself that it is gone, {@code
 * .gone(list)} where those have a list of their own, {@code .emptyAt(List.of(404))} where an error
 * means that there is nothing, {@code .wholly(list)} where it reads what changed and others are
 * read for all of its records.
 *
 * <p>Depends on all the rest of the runtime. Start at {@link
 * dev.connector.runtime.adapter.ClientConnector}, and at {@link
 * dev.connector.runtime.adapter.Adapter} for what a connector says of itself.
 */
package dev.connector.runtime.adapter;
