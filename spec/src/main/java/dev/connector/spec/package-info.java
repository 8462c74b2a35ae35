/** What the packages below share: the one failure type that reaches users. Depends on nothing. */
package dev.connector.spec;
