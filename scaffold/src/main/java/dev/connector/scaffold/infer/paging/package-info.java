/**
 * Infers how an operation goes on to further pages, and how only what changed is asked for. Start
 * with {@link dev.connector.scaffold.infer.paging.PaginationInference}.
 */
package dev.connector.scaffold.infer.paging;
