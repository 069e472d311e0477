/** The words every other package speaks: fields, tables, checks, steps and the plan they form. */
package dev.kolrank.core;
