/** Fitted models, as tables. */
package dev.kolrank.table.models;
